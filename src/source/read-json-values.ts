import { readJson } from './read-json.ts';
import type { ReadResult } from './read-result.ts';
import type { Source } from './source.ts';
import { splitJson } from './split-json.ts';

/** The JSON values of a text, which may stand one behind the other; up to the first that is broken. */
export function readJsonValues(source: Source): readonly ReadResult[] {
  const whole = readJson(source);
  // Nearly every file is one value: only others are searched for where the next one begins.
  if (whole.tree !== undefined) return [whole];
  const results: ReadResult[] = [];
  const from = source.text.startsWith('\uFEFF') ? 1 : 0;
  for (const { start, end } of splitJson(source.text.slice(from))) {
    const shift = from + start;
    const text = source.text.slice(shift, from + end);
    const result = readJson(source, text, (offset) => offset + shift);
    results.push(result);
    if (result.tree === undefined) break;
  }
  return results;
}
