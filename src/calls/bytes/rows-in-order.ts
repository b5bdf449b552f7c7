import { traits, type EventTable } from '../event-table.ts';
import { longestEnding, longestSilence } from '../order-rows.ts';
import type { EventCopy } from './event-blocks.ts';

/** Longer runs of one moment are better searched for duplicates by sorting than pair by pair. */
const longestTie = 64;

/**
 * Moves the rows of one id, which are in order, together over those that say again what another says.
 * The number of those that are left, or -1 where so many share a moment that `orderRows` should do it.
 */
export function distinctInOrder(
  { at, code, seq }: EventCopy,
  length: number,
  hasSeq: boolean,
  events: EventTable,
): number {
  const isSame = (one: number, other: number): boolean =>
    events.token(code[one] ?? 0) === events.token(code[other] ?? 0) &&
    (!hasSeq || Object.is(seq[one], seq[other]));
  let kept = 0;
  for (let index = 0; index < length; index += 1) {
    const moment = at[index] ?? 0;
    let other = kept - 1;
    while (other >= 0 && at[other] === moment && !isSame(other, index)) {
      other -= 1;
      if (kept - other > longestTie) return -1;
    }
    if (other >= 0 && at[other] === moment) continue;
    at[kept] = moment;
    code[kept] = code[index] ?? 0;
    if (hasSeq) seq[kept] = seq[index] ?? Number.NaN;
    kept += 1;
  }
  return kept;
}

/**
 * Splits rows of one id that are in order into calls, as `orderRows` does; `visit` is told where each
 * begins and ends. Says whether the last one is closed.
 */
export function splitInOrder(
  { at, code }: EventCopy,
  length: number,
  events: EventTable,
  visit: (begin: number, end: number) => void,
): boolean {
  let begin = 0;
  let closed = false;
  for (let index = 0; index < length; index += 1) {
    const bits = events.traits(code[index] ?? 0);
    const silence = index === begin ? 0 : (at[index] ?? 0) - (at[index - 1] ?? 0);
    const isOver = closed
      ? (bits & traits.starts) !== 0 || silence > longestEnding
      : silence > longestSilence;
    if (isOver) {
      visit(begin, index);
      begin = index;
      closed = false;
    }
    closed ||= (bits & traits.closes) !== 0;
  }
  visit(begin, length);
  return closed;
}
