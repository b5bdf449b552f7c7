import type { ReadResult } from '../source/read-result.ts';
import type { Source } from '../source/source.ts';
import { placesOf, valueOf, type Tree } from '../source/tree.ts';
import { findingsOfError } from '../script/findings-of-error.ts';
import { readTree } from '../script/parse-script.ts';
import type { DirectoryReading } from './directory.ts';
import { directorySchema } from './schema.ts';

/** Checks the value of a directory that was read into a tree (or that a program computed). */
export function directoryFrom(
  source: Source,
  tree: Tree,
  value: unknown = valueOf(tree),
): DirectoryReading {
  // Made for one document, compiled checks would cost more than they save.
  const result = directorySchema.safeParse(value, { jitless: true });
  if (result.success) {
    const document = { source, directory: result.data, places: placesOf(source, tree) };
    return { document, findings: [] };
  }
  return {
    document: undefined,
    findings: findingsOfError(source, tree, directorySchema, result.error),
  };
}

/**
 * Reads a directory (YAML or JSON), or goes on from what was read of it already. Everything that is
 * wrong in its form is a finding at its place.
 */
export function parseDirectory(
  source: Source,
  { tree, findings }: ReadResult = readTree(source),
): DirectoryReading {
  if (tree === undefined) return { document: undefined, findings };
  const reading = directoryFrom(source, tree);
  return { ...reading, findings: [...findings, ...reading.findings] };
}
