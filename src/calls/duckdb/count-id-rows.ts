import type { CallCounter } from '../bytes/count-calls.ts';
import { traits, type EventTable } from '../event-table.ts';
import { longestEnding, longestSilence, orderRows } from '../order-rows.ts';
import type { CountedCalls } from '../counted-calls.ts';
import type { GroupedRows } from './group-calls.ts';

/** Counts the calls that the rows of one id make. */
export interface IdRowCounter {
  readonly add: (rows: GroupedRows) => void;
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

  const countPlain = ({ at, code, length }: GroupedRows): void => {
    let begin = 0;
    let isClosed = false;
    for (let index = 0; index < length; index += 1) {
      const bits = events.traits(code[index] ?? 0);
      const silence = index === begin ? 0 : (at[index] ?? 0) - (at[index - 1] ?? 0);
      const isOver = isClosed
        ? (bits & traits.starts) !== 0 || silence > longestEnding
        : silence > longestSilence;
      if (isOver) {
        counter.count(code, at, begin, index, false);
        begin = index;
        isClosed = false;
      }
      isClosed ||= (bits & traits.closes) !== 0;
    }
    counter.count(code, at, begin, length, false);
  };

  return {
    add(rows) {
      for (let index = 0; index < rows.length; index += 1) {
        const moment = rows.at[index] ?? 0;
        if (moment < from) from = moment;
        if (moment > to) to = moment;
      }
      if (isPlain(rows)) {
        countPlain(rows);
        return;
      }
      const ordered = orderRows(rows, events);
      lateRows += ordered.lateRows;
      duplicateRows += ordered.duplicateRows;
      for (const call of ordered.calls)
        counter.count(call.code, call.at, 0, call.at.length, call.isLate);
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
