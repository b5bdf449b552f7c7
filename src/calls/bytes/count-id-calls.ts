import { traits, type EventTable } from '../event-table.ts';
import { longestEnding, longestSilence, orderRows, type OrderedRows } from '../order-rows.ts';
import type { CallCounter } from './count-calls.ts';
import type { HeldEvents } from './open-calls.ts';

/** Longer runs of one moment are better searched for duplicates by sorting than pair by pair. */
const longestTie = 64;

/** Makes calls of the events of one id, by the rules of docs/log-format.md, and counts them. */
export interface IdCallCounter {
  /**
   * Counts the calls of so many events, from `first` on, that stand as they came. With `ifOver` it does so
   * only where the last call has an end. Says whether it did. `caller` is NaN where it isn't known.
   */
  readonly count: (
    events: HeldEvents,
    first: number,
    length: number,
    caller: number,
    ifOver: boolean,
  ) => boolean;
  /** Whether the last of their calls has an end. */
  readonly isOver: (events: HeldEvents, first: number, length: number) => boolean;
  readonly lateRows: () => number;
  readonly duplicateRows: () => number;
}

/**
 * Nothing counted. Events that come in order, as those of nearly all ids, are counted where they stand;
 * those of others go through `orderRows`.
 */
export function createIdCallCounter(counter: CallCounter, events: EventTable): IdCallCounter {
  let lateRows = 0;
  let duplicateRows = 0;

  /** Whether an event of the same moment that stands before this one says the same, or belongs behind it. */
  const isOdd = ({ at, code, seq }: HeldEvents, first: number, index: number): boolean => {
    const moment = at[index];
    const token = events.token(code[index] ?? 0);
    const number = seq?.[index] ?? Number.NaN;
    if (number <= (seq?.[index - 1] ?? Number.NaN)) return true;
    for (let other = index - 1; other >= first && at[other] === moment; other -= 1) {
      const isSame = Object.is(seq?.[other] ?? Number.NaN, number);
      if (isSame && events.token(code[other] ?? 0) === token) return true;
      if (index - other > longestTie) return true;
    }
    return false;
  };

  /** Whether events stand in one log, in order, and none says what another says. */
  const areInOrder = (held: HeldEvents, first: number, length: number): boolean => {
    const { at, code } = held;
    const log = events.log(code[first] ?? 0);
    let before = at[first] ?? 0;
    for (let index = first + 1; index < first + length; index += 1) {
      const moment = at[index] ?? 0;
      if (moment < before || events.log(code[index] ?? 0) !== log) return false;
      if (moment === before && isOdd(held, first, index)) return false;
      before = moment;
    }
    return true;
  };

  /**
   * Where the call ends that begins at `begin`, of events that are in order and end at `end`; below zero
   * where it goes to their end and has none of its own.
   */
  const endOfCall = ({ at, code }: HeldEvents, begin: number, end: number): number => {
    let isClosed = false;
    let before = at[begin] ?? 0;
    for (let index = begin; index < end; index += 1) {
      const bits = events.traits(code[index] ?? 0);
      const moment = at[index] ?? 0;
      const isNext = isClosed
        ? (bits & traits.starts) !== 0 || moment - before > longestEnding
        : moment - before > longestSilence;
      if (isNext) return index;
      isClosed ||= (bits & traits.closes) !== 0;
      before = moment;
    }
    return isClosed ? end : -end;
  };

  const isOverInOrder = (held: HeldEvents, first: number, end: number): boolean => {
    let begin = first;
    while (begin >= 0 && begin < end) begin = endOfCall(held, begin, end);
    return begin >= 0;
  };

  const ordered = (held: HeldEvents, first: number, length: number): OrderedRows => {
    const end = first + length;
    const at = held.at.subarray(first, end);
    const code = held.code.subarray(first, end);
    return orderRows({ at, code, seq: held.seq?.subarray(first, end), length }, events);
  };

  const countMixed = (
    { calls, ...counts }: OrderedRows,
    caller: number,
    ifOver: boolean,
  ): boolean => {
    if (ifOver && calls.at(-1)?.isClosed !== true) return false;
    lateRows += counts.lateRows;
    duplicateRows += counts.duplicateRows;
    for (const { code, at, isLate } of calls)
      counter.count(code, at, 0, at.length, isLate, undefined, caller);
    return true;
  };

  return {
    count(held, first, length, caller, ifOver) {
      if (!areInOrder(held, first, length))
        return countMixed(ordered(held, first, length), caller, ifOver);
      const end = first + length;
      if (ifOver && !isOverInOrder(held, first, end)) return false;
      for (let begin = first; begin < end;) {
        const next = Math.abs(endOfCall(held, begin, end));
        counter.count(held.code, held.at, begin, next, false, undefined, caller);
        begin = next;
      }
      return true;
    },
    isOver: (held, first, length) =>
      areInOrder(held, first, length)
        ? isOverInOrder(held, first, first + length)
        : ordered(held, first, length).calls.at(-1)?.isClosed === true,
    lateRows: () => lateRows,
    duplicateRows: () => duplicateRows,
  };
}
