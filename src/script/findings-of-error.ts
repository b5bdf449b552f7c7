import type * as z from 'zod';
import type { Finding } from '../source/finding.ts';
import { schemaFindings } from '../source/schema-findings.ts';
import type { Source } from '../source/source.ts';
import type { Tree } from '../source/tree.ts';
import { knownFieldsOf } from './known-fields.ts';

/** What a schema says is wrong with a document, as findings at their places; none without an error. */
export function findingsOfError(
  source: Source,
  tree: Tree,
  schema: z.ZodType,
  error: z.ZodError | undefined,
): readonly Finding[] {
  return schemaFindings(source, tree, error?.issues ?? [], knownFieldsOf(schema, tree));
}
