import { findingsOfError } from '../../script/findings-of-error.ts';
import { readTree } from '../../script/parse-script.ts';
import type { Finding } from '../../source/finding.ts';
import type { Source } from '../../source/source.ts';
import { valueOf } from '../../source/tree.ts';
import type { LogMapping } from './mapping.ts';
import { mappingSchema } from './schema.ts';

/** What reading a mapping gave. Without one the findings say why. */
export interface MappingReading {
  readonly mapping: LogMapping | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a mapping (YAML or JSON). Everything that is wrong is a finding at its place. */
export function parseMapping(source: Source): MappingReading {
  const { tree, findings } = readTree(source);
  if (tree === undefined) return { mapping: undefined, findings };
  const result = mappingSchema.safeParse(valueOf(tree) ?? {});
  if (result.success && findings.length === 0) return { mapping: result.data, findings };
  const wrong = findingsOfError(source, tree, mappingSchema, result.error);
  return { mapping: undefined, findings: [...findings, ...wrong] };
}
