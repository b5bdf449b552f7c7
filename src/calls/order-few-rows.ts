import type { EventTable } from './event-table.ts';
import { longestEnding, type IdRows, type RowOrder } from './order-rows.ts';

/** More rows are put in order by sorting: what follows takes time by their square. */
const mostRows = 64;
/** Filled anew for each id, so that a million of them cost no garbage. */
const positions = new Int32Array(mostRows);
const late = new Uint8Array(mostRows);

/**
 * The order of few rows of one log without `seq`, by the same rules as `orderRows`; nothing for others.
 * What it returns holds until it is called again.
 */
export function orderFewRows(rows: IdRows, events: EventTable): RowOrder | undefined {
  const { length } = rows;
  if (length > mostRows) return undefined;
  const at = (index: number): number => rows.at[positions[index] ?? 0] ?? 0;
  const code = (index: number): number => rows.code[positions[index] ?? 0] ?? 0;
  const log = events.log(rows.code[0] ?? 0);
  let kept = 0;

  /** Whether one of the rows of this moment, which end before `end`, says the same. */
  const isSaid = (moment: number, token: number, end: number): boolean => {
    for (let index = end - 1; index >= 0 && at(index) === moment; index -= 1)
      if (events.token(code(index)) === token) return true;
    return false;
  };
  /** Marks the rows that stand in the log behind a row of a later moment. */
  const markLate = (begin: number, end: number): number => {
    let count = 0;
    let firstLater = length;
    let firstNow = length;
    for (let index = end - 1; index >= begin; index -= 1) {
      if (index + 1 < end && at(index) !== at(index + 1)) {
        firstLater = Math.min(firstLater, firstNow);
        firstNow = length;
      }
      const position = positions[index] ?? 0;
      const isLate = firstLater < position;
      late[position] = isLate ? 1 : 0;
      if (isLate) count += 1;
      firstNow = Math.min(firstNow, position);
    }
    return count;
  };
  const rankTies = (begin: number, end: number): void => {
    for (let index = begin + 1; index < end; index += 1) {
      const own = positions[index] ?? 0;
      const moment = at(index);
      const rank = events.rank(code(index));
      let here = index;
      while (here > begin && at(here - 1) === moment && events.rank(code(here - 1)) > rank) {
        positions[here] = positions[here - 1] ?? 0;
        here -= 1;
      }
      positions[here] = own;
    }
  };

  for (let position = 0; position < length; position += 1) {
    const said = rows.code[position] ?? 0;
    const seq = rows.seq?.[position] ?? Number.NaN;
    if (!Number.isNaN(seq) || events.log(said) !== log) return undefined;
    const moment = rows.at[position] ?? 0;
    let here = kept;
    while (here > 0 && at(here - 1) > moment) here -= 1;
    if (isSaid(moment, events.token(said), here)) continue;
    for (let index = kept; index > here; index -= 1) positions[index] = positions[index - 1] ?? 0;
    positions[here] = position;
    kept += 1;
  }
  let lateRows = 0;
  let end = kept;
  for (let begin = kept - 1; begin >= 0; begin -= 1) {
    if (begin > 0 && at(begin) - at(begin - 1) <= longestEnding) continue;
    const count = markLate(begin, end);
    if (count > 0) rankTies(begin, end);
    lateRows += count;
    end = begin;
  }
  return { positions, length: kept, lateRows, isLate: (position) => late[position] === 1 };
}
