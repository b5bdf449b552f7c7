import type * as z from 'zod';
import { knownFieldsOf } from '../../script/known-fields.ts';
import { readTree } from '../../script/parse-script.ts';
import type { Finding } from '../../source/finding.ts';
import { schemaFindings, type SchemaIssue } from '../../source/schema-findings.ts';
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
  const issues = (result.error?.issues ??
    []) as readonly z.core.$ZodIssue[] as readonly SchemaIssue[];
  const wrong = schemaFindings(source, tree, issues, knownFieldsOf(mappingSchema, tree));
  return { mapping: undefined, findings: [...findings, ...wrong] };
}
