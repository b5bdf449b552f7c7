import { beginCondensing, type CondensingOptions } from './begin-condensing.ts';
import type { PlainHeader } from './bytes/plain-header.ts';
import { rangeLog, type LogRange, type RangeLog } from './bytes/range-log.ts';
import { createByteReader } from './bytes/read-bytes.ts';
import { createTornCalls } from './bytes/torn-calls.ts';
import { createRowTally } from './row-tally.ts';

/** Makes something of the bytes of a range. */
export interface RangeReading<Result> {
  readonly take: (chunk: Uint8Array) => void;
  /** Whether rows came so late that calls may have been let go before them. */
  readonly isTorn: () => boolean;
  readonly finish: () => Result;
}

/** Begins to condense the lines of a range of a log whose rows can be read as bytes. */
export function condenseRange(
  path: string,
  { columns, length, firstLine }: PlainHeader,
  range: LogRange,
  options: Omit<CondensingOptions, 'torn'>,
): RangeReading<RangeLog> {
  const tally = createRowTally(path);
  const isFirst = range.from === length;
  const torn = createTornCalls(isFirst);
  const condensing = beginCondensing({ ...options, torn });
  const reader = createByteReader({
    ...{ condensing, log: 0, tally, columns },
    firstLine: isFirst ? firstLine : 1,
  });
  return {
    take: reader.take,
    isTorn: condensing.condenser.isTorn,
    finish() {
      const isHolding = reader.isHolding() && !range.isLast;
      reader.end();
      const lines = reader.nextLine() - 1;
      if (range.isLast) condensing.condenser.letGoAll();
      return rangeLog(condensing, tally.counts(), { countedIds: torn.noted(), isHolding, lines });
    },
  };
}
