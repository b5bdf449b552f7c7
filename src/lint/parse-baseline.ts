import * as z from 'zod';
import { findingsOfError } from '../script/findings-of-error.ts';
import type { Finding } from '../source/finding.ts';
import { readJson } from '../source/read-json.ts';
import type { Source } from '../source/source.ts';
import { placesOf, valueOf, type Places } from '../source/tree.ts';
import type { BaselineEntry } from './baseline.ts';

const baselineSchema = z.strictObject({
  ivrBaseline: z.literal(1),
  findings: z.array(
    z.strictObject({
      path: z.string(),
      ruleId: z.string(),
      fingerprint: z.string(),
      message: z.string(),
    }),
  ),
});

/** A baseline with the place of each entry (`['findings', 0]`). */
export interface BaselineDocument {
  readonly source: Source;
  readonly entries: readonly BaselineEntry[];
  readonly places: Places;
}

/** What reading a baseline gave. Without one the findings say why. */
export interface BaselineReading {
  readonly document: BaselineDocument | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a baseline. Everything that is wrong is a finding at its place. */
export function parseBaseline(source: Source): BaselineReading {
  const { tree, findings } = readJson(source);
  if (tree === undefined) return { document: undefined, findings };
  const result = baselineSchema.safeParse(valueOf(tree));
  if (result.success) {
    const document = { source, entries: result.data.findings, places: placesOf(source, tree) };
    return { document, findings };
  }
  const wrong = findingsOfError(source, tree, baselineSchema, result.error);
  return { document: undefined, findings: [...findings, ...wrong] };
}

/** The text of a baseline file: one entry a line, so that a change of one is a change of one line. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "ivrBaseline": 1,\n  "findings": ${list}\n}\n`;
}
