import { beginCondensing, type Condensing } from '../begin-condensing.ts';
import type { KnownValues } from '../kept-value.ts';
import { latestRow } from '../order-rows.ts';
import { behindLines, noRows } from '../row-tally.ts';
import { longHashOf } from './byte-words.ts';
import { addOpenRows } from './open-rows.ts';
import { partialLog, type PartialLog } from './partial-log.ts';
import type { RangeLog } from './range-log.ts';

/** What stands against joining ranges: rows that come too late, or ids that a border may have torn. */
export type NotJoined = 'late' | 'torn';

/**
 * Joins what was made of the ranges of a log, in order, to parts that share no call. Calls that lie in
 * several ranges are put together of their rows, so that all adds up to what one reader gives, exactly.
 * Says so where that can't be known:
 *
 * - a row comes later than `latestRow` behind rows of an earlier range,
 * - an id was counted in a range as a whole call, though a call of that id from before has no end,
 * - a quoted field goes over a border.
 */
export function joinRanges(
  ranges: readonly RangeLog[],
  known: KnownValues,
): readonly PartialLog[] | NotJoined {
  const joined = beginCondensing({ known, keepsAll: true });
  const parts: PartialLog[] = [];
  let latest = Number.NEGATIVE_INFINITY;
  let lines = 0;
  for (const range of ranges) {
    const { whole, open } = range;
    const from = whole.window?.from ?? latest;
    if (from < latest - latestRow) return 'late';
    if (range.isHolding || hasTorn(joined, range)) return 'torn';
    addOpenRows(joined, open);
    latest = Math.max(latest, whole.window?.to ?? latest);
    parts.push({ ...whole, ...behindLines(lines, whole) });
    lines += range.lines;
  }
  return [...parts, partialLog(joined, noRows)];
}

/** The bits of a hash by which an id is looked up first. */
const likely = 0xffff;

/** Whether an id of which calls were counted in a range may go on from a call before it. */
function hasTorn({ condenser }: Condensing, { countedIds }: RangeLog): boolean {
  if (countedIds.length === 0) return false;
  const before = new Map<number, number>();
  // Few calls are open and many ids were counted: hardly one of them passes even this.
  const isLikely = new Uint8Array(likely + 1);
  condenser.eachOpen((id, slot) => {
    const hash = longHashOf(id);
    before.set(hash, slot);
    isLikely[hash & likely] = 1;
  });
  return countedIds.some((id) => {
    if (isLikely[id & likely] === 0) return false;
    const slot = before.get(id);
    return slot !== undefined && !condenser.isOver(slot);
  });
}
