import type { Condensing } from '../begin-condensing.ts';
import type { RowCounts } from '../row-tally.ts';
import { takeOpenRows, type OpenRows } from './open-rows.ts';
import { partialLog, type PartialLog } from './partial-log.ts';

/** Some lines of a log, from one place to another, where a line begins or the log ends. */
export interface LogRange {
  /** Bytes; `to` isn't among them. */
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
}

/**
 * A range of a log, condensed: the calls that certainly lie in it, counted, and the rows of those that
 * may go on beyond it. Lines are numbered from 1 in every range.
 */
export interface RangeLog {
  readonly whole: PartialLog;
  readonly open: OpenRows;
  /** Hashes of ids (see `longHashOf`) whose calls were counted within a day of the border. */
  readonly countedIds: Float64Array;
  /** Lines of the range. */
  readonly lines: number;
  /** Whether a quoted field goes on beyond the range: then what follows was read wrongly. */
  readonly isHolding: boolean;
}

/** Packs what a reader has made of a range. */
export function rangeLog(
  condensing: Condensing,
  rows: RowCounts,
  facts: Pick<RangeLog, 'countedIds' | 'lines' | 'isHolding'>,
): RangeLog {
  const open = takeOpenRows(condensing);
  return { ...facts, open, whole: partialLog(condensing, rows) };
}
