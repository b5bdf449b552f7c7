import { createByteCondenser } from './bytes/condense-bytes.ts';
import { wholeLog, type Part } from './bytes/part.ts';
import { partialLog, type PartialLog } from './bytes/partial-log.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import { createByteReader } from './bytes/read-bytes.ts';
import type { KnownValues } from './kept-value.ts';
import { createPathTrie } from './path-trie.ts';
import { createRowTally, withRowCounts } from './row-tally.ts';
import type { CondensedLog } from './condensed-log.ts';

/** Condenses a log, or one part of its calls, out of bytes that begin behind the header. */
export interface BytesCondensing {
  readonly take: (chunk: Uint8Array) => void;
  /** Whether rows came so late that calls may have been let go before them. */
  readonly isOutOfOrder: () => boolean;
  readonly finish: () => PartialLog;
  readonly finishWhole: () => CondensedLog;
}

/** Begins to condense a log whose rows can be read as bytes. */
export function condenseBytes(
  path: string,
  { columns, ignored, firstLine }: PlainHeader,
  known: KnownValues,
  part: Part = wholeLog,
): BytesCondensing {
  const tally = createRowTally(path);
  const trie = createPathTrie();
  const condenser = createByteCondenser(trie);
  const reader = createByteReader({
    ...{ known, trie, condenser, tally, columns, ignored, firstLine, part },
  });
  return {
    take: reader.take,
    isOutOfOrder: condenser.isOutOfOrder,
    finish() {
      reader.end();
      const calls = condenser.finish();
      return partialLog(trie, tally.counts(), calls);
    },
    finishWhole() {
      reader.end();
      const calls = condenser.finish();
      return withRowCounts([], tally.counts(), { ...calls, variants: trie.variants() });
    },
  };
}
