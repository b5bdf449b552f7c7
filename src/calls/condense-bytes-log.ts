import { createByteCondenser } from './bytes/condense-bytes.ts';
import { wholeLog } from './bytes/part.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import { createByteReader } from './bytes/read-bytes.ts';
import type { KnownValues } from './kept-value.ts';
import { createPathTrie } from './path-trie.ts';
import { createRowTally } from './row-tally.ts';
import type { CondensedLog } from './variant.ts';

/** Condenses a log whose rows can be read as bytes. */
export async function condenseBytes(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { columns, ignored, length, firstLine }: PlainHeader,
  known: KnownValues,
): Promise<CondensedLog> {
  const tally = createRowTally(path);
  const trie = createPathTrie();
  const condenser = createByteCondenser(trie);
  const part = wholeLog;
  const reader = createByteReader({
    ...{ known, trie, condenser, tally, columns, ignored, firstLine, part },
  });
  let toSkip = length;
  for await (const chunk of bytes) {
    if (toSkip < chunk.length) reader.take(toSkip > 0 ? chunk.subarray(toSkip) : chunk);
    toSkip = Math.max(0, toSkip - chunk.length);
  }
  reader.end();
  return { ...tally.counts(), ...condenser.finish() };
}
