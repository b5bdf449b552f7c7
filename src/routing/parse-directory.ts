import type * as z from 'zod';
import type { ReadResult } from '../source/read-result.ts';
import { schemaFindings, type SchemaIssue } from '../source/schema-findings.ts';
import type { Source } from '../source/source.ts';
import { placesOf, valueOf, type Tree } from '../source/tree.ts';
import { knownFieldsOf } from '../script/known-fields.ts';
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
  const issues = result.error.issues as readonly z.core.$ZodIssue[] as readonly SchemaIssue[];
  return {
    document: undefined,
    findings: schemaFindings(source, tree, issues, knownFieldsOf(directorySchema, tree)),
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
