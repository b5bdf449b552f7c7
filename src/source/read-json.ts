import type { OffsetMap } from './embedded-text.ts';
import { readFullJson } from './read-full-json.ts';
import { readPlainJson } from './read-plain-json.ts';
import type { ReadResult } from './read-result.ts';
import type { Source } from './source.ts';

/**
 * Reads JSON with the place of every value. Comments and trailing commas are let through;
 * everything else that is not JSON is a finding. `text` may be a part of the source (a string
 * that holds JSON): then `offsets` tells where its characters stand. What programs write is read on a
 * short way, with the same result.
 */
export function readJson(
  source: Source,
  text: string = source.text,
  offsets: OffsetMap = (offset) => offset,
): ReadResult {
  // A byte order mark is no part of the JSON; its readers would trip over it.
  if (text.startsWith('\ufeff')) {
    return readJson(source, text.slice(1), (offset) => offsets(offset + 1));
  }
  const plain = readPlainJson(text, offsets);
  return plain === undefined ? readFullJson(source, text, offsets) : { tree: plain, findings: [] };
}
