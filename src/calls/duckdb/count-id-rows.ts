import type { CallCounter } from '../bytes/count-calls.ts';
import { traits, type EventTable } from '../event-table.ts';
import { longestEnding, longestSilence, orderRows } from '../order-rows.ts';
import type { CountedCalls } from '../counted-calls.ts';
import type { ToldCall } from '../formats/log-format.ts';
import type { GroupedRows } from './group-calls.ts';

/** Counts the calls that the rows of one id make. */
export interface IdRowCounter {
  readonly add: (rows: GroupedRows) => void;
  /** Counts a call that is whole and in order, as translations of vendors' logs tell it. */
  readonly addCall: (told: ToldCall) => void;
  readonly counts: () => CountedCalls;
}

/** Nothing counted. */
export function createIdRowCounter(counter: CallCounter, events: EventTable): IdRowCounter {
  let lateRows = 0;
  let duplicateRows = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;

  /** Rows of one log in order of time, none of which says again what another says. */
  const isPlain = ({ at, code, seq, length }: GroupedRows): boolean => {
    const log = events.log(code[0] ?? 0);
    for (let index = 0; index < length; index += 1) {
      if (!Number.isNaN(seq[index]) || events.log(code[index] ?? 0) !== log) return false;
      const moment = at[index] ?? 0;
      for (let other = index - 1; other >= 0; other -= 1) {
        const before = at[other] ?? 0;
        if (before < moment) break;
        if (before > moment || events.token(code[other] ?? 0) === events.token(code[index] ?? 0))
          return false;
      }
    }
    return true;
  };

  const widen = (moment: number): void => {
    if (moment < from) from = moment;
    if (moment > to) to = moment;
  };

  const countPlain = ({ at, code, length, caller }: GroupedRows): void => {
    let begin = 0;
    let isClosed = false;
    for (let index = 0; index < length; index += 1) {
      const bits = events.traits(code[index] ?? 0);
      const silence = index === begin ? 0 : (at[index] ?? 0) - (at[index - 1] ?? 0);
      const isOver = isClosed
        ? (bits & traits.starts) !== 0 || silence > longestEnding
        : silence > longestSilence;
      if (isOver) {
        counter.count(code, at, begin, index, false, undefined, caller);
        begin = index;
        isClosed = false;
      }
      isClosed ||= (bits & traits.closes) !== 0;
    }
    counter.count(code, at, begin, length, false, undefined, caller);
  };

  return {
    add(rows) {
      for (let index = 0; index < rows.length; index += 1) widen(rows.at[index] ?? 0);
      if (isPlain(rows)) {
        countPlain(rows);
        return;
      }
      const ordered = orderRows(rows, events);
      lateRows += ordered.lateRows;
      duplicateRows += ordered.duplicateRows;
      for (const call of ordered.calls)
        counter.count(call.code, call.at, 0, call.at.length, call.isLate, undefined, rows.caller);
    },
    addCall({ events: told, superseded = 0 }) {
      duplicateRows += superseded;
      if (told.length === 0) return;
      const untimed = new Set(told.flatMap((event, index) => (event.untimed ? [index] : [])));
      const at = told.map((event) => event.at);
      const code = told.map((event) => events.codeOf(event, 0));
      const caller = told.find((event) => event.caller !== undefined)?.caller;
      at.forEach(widen);
      counter.count(code, at, 0, at.length, false, untimed, caller);
    },
    counts() {
      const counts = counter.counts();
      return {
        ...counts,
        irregular: { ...counts.irregular, lateRows },
        duplicateRows,
        window: from <= to ? { from, to } : undefined,
      };
    },
  };
}
