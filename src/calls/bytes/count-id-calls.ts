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
   * only where the last call has an end. Says whether it did.
   */
  readonly count: (events: HeldEvents, first: number, length: number, ifOver: boolean) => boolean;
  /** Whether the last of their calls has an end. */
  readonly isOver: (events: HeldEvents, first: number, length: number) => boolean;
  readonly lateRows: () => number;
  readonly duplicateRows: () => number;
}

/**
 * Of events of an id: that they are several calls, that the last one has an end, or that they have to be
 * put in order first: they stand in several logs or out of order, or say again what another says.
 */
const found = { several: 1, over: 2, mixed: 4 } as const;

/** Whether a call is followed by another one: by an event of these traits, so long after the one before. */
function isNext(isClosed: boolean, is: number, silence: number): boolean {
  return isClosed
    ? (is & traits.starts) !== 0 || silence > longestEnding
    : silence > longestSilence;
}

/** The first caller that one of so many events names; NaN where none does. */
function callerIn({ caller }: HeldEvents, begin: number, end: number): number {
  if (caller === undefined) return Number.NaN;
  for (let index = begin; index < end; index += 1) {
    const one = caller[index] ?? Number.NaN;
    if (!Number.isNaN(one)) return one;
  }
  return Number.NaN;
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

  /** What there is to know of the events of an id, in one look at them: bits of `found`. */
  const look = (held: HeldEvents, first: number, length: number): number => {
    const { at, code } = held;
    const log = events.log(code[first] ?? 0);
    let before = at[first] ?? 0;
    let isClosed = false;
    let bits = 0;
    for (let index = first; index < first + length; index += 1) {
      const event = code[index] ?? 0;
      const moment = at[index] ?? 0;
      if (moment < before || events.log(event) !== log) return found.mixed;
      if (moment === before && index > first && isOdd(held, first, index)) return found.mixed;
      const is = events.traits(event);
      if (isNext(isClosed, is, moment - before)) {
        bits = found.several;
        isClosed = false;
      }
      isClosed ||= (is & traits.closes) !== 0;
      before = moment;
    }
    return isClosed ? bits | found.over : bits;
  };

  /** Counts the calls of events that are in order. */
  const countSeveral = (held: HeldEvents, first: number, length: number): void => {
    const { at, code } = held;
    const countFrom = (begin: number, end: number): void => {
      counter.count(code, at, begin, end, false, undefined, callerIn(held, begin, end));
    };
    let begin = first;
    let before = at[first] ?? 0;
    let isClosed = false;
    for (let index = first; index < first + length; index += 1) {
      const is = events.traits(code[index] ?? 0);
      const moment = at[index] ?? 0;
      if (isNext(isClosed, is, moment - before)) {
        countFrom(begin, index);
        begin = index;
        isClosed = false;
      }
      isClosed ||= (is & traits.closes) !== 0;
      before = moment;
    }
    countFrom(begin, first + length);
  };

  const ordered = (held: HeldEvents, first: number, length: number): OrderedRows => {
    const end = first + length;
    const at = held.at.subarray(first, end);
    const code = held.code.subarray(first, end);
    const seq = held.seq?.subarray(first, end);
    const caller = held.caller?.subarray(first, end);
    return orderRows({ at, code, seq, caller, length }, events);
  };

  const countMixed = ({ calls, ...counts }: OrderedRows, ifOver: boolean): boolean => {
    if (ifOver && calls.at(-1)?.isClosed !== true) return false;
    lateRows += counts.lateRows;
    duplicateRows += counts.duplicateRows;
    for (const { code, at, isLate, caller } of calls)
      counter.count(code, at, 0, at.length, isLate, undefined, caller);
    return true;
  };

  return {
    count(held, first, length, ifOver) {
      const bits = look(held, first, length);
      if (bits === found.mixed) return countMixed(ordered(held, first, length), ifOver);
      if (ifOver && (bits & found.over) === 0) return false;
      if ((bits & found.several) !== 0) countSeveral(held, first, length);
      else {
        const caller = callerIn(held, first, first + length);
        counter.count(held.code, held.at, first, first + length, false, undefined, caller);
      }
      return true;
    },
    isOver(held, first, length) {
      const bits = look(held, first, length);
      return bits === found.mixed
        ? ordered(held, first, length).calls.at(-1)?.isClosed === true
        : (bits & found.over) !== 0;
    },
    lateRows: () => lateRows,
    duplicateRows: () => duplicateRows,
  };
}
