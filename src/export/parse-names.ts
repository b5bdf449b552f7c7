import { findingsOfError } from '../script/findings-of-error.ts';
import { readTree } from '../script/parse-script.ts';
import type { Source } from '../source/source.ts';
import { placesOf, valueOf } from '../source/tree.ts';
import type { NamesReading } from './names.ts';
import { namesSchema } from './names-schema.ts';

/** Reads a table of names (YAML or JSON). Everything that is wrong is a finding at its place. */
export function parseNames(source: Source): NamesReading {
  const { tree, findings } = readTree(source);
  if (tree === undefined) return { document: undefined, findings };
  // A file of comments alone says nothing, as an empty one.
  const result = namesSchema.safeParse(valueOf(tree) ?? {});
  if (result.success && findings.length === 0) {
    return { document: { source, names: result.data, places: placesOf(source, tree) }, findings };
  }
  const wrong = findingsOfError(source, tree, namesSchema, result.error);
  return { document: undefined, findings: [...findings, ...wrong] };
}
