import { traits, type EventTable } from './event-table.ts';
import { orderFewRows } from './order-few-rows.ts';

/** A row that much later than the one before it, in milliseconds, is no part of a call that is closed. */
export const longestEnding = 5 * 60_000;
/** How late a row may come in a log that counts as being in order, in milliseconds of the log's time. */
export const latestRow = 5 * 60_000;
/** After so long a silence another call begins: the end of the one before is missing. */
export const longestSilence = 24 * 3_600_000;

/** The rows of one id as they came, those of each log in its order. */
export interface IdRows {
  readonly at: ArrayLike<number>;
  readonly code: ArrayLike<number>;
  /** NaN where a row has none; left out where the logs have none. */
  readonly seq: ArrayLike<number> | undefined;
  /** Stands for who called, as each row says; NaN where it says nothing. Left out where no row does. */
  readonly caller?: ArrayLike<number> | undefined;
  readonly length: number;
}

/** A whole call, its rows in order. */
export interface OrderedCall {
  readonly at: readonly number[];
  readonly code: readonly number[];
  /** The caller of its first row that names one; NaN for none. */
  readonly caller: number;
  readonly isLate: boolean;
  readonly isClosed: boolean;
}

/** What the rows of one id make. */
export interface OrderedRows {
  readonly calls: readonly OrderedCall[];
  readonly lateRows: number;
  readonly duplicateRows: number;
}

type Compare = (a: number, b: number) => number;

/** Cuts positions into runs: where more than five minutes pass between two rows, one ends. */
function runsOf(positions: readonly number[], at: (position: number) => number): number[][] {
  const runs: number[][] = [];
  let before = Number.NaN;
  for (const position of positions) {
    const moment = at(position);
    if (!(moment - before <= longestEnding)) runs.push([]);
    runs.at(-1)?.push(position);
    before = moment;
  }
  return runs;
}

/** The rows of one id in order, without those that say again what another says. */
export interface RowOrder {
  readonly positions: ArrayLike<number>;
  readonly length: number;
  readonly isLate: (position: number) => boolean;
  readonly lateRows: number;
}

function orderBySorting(rows: IdRows, events: EventTable): RowOrder {
  const at = (position: number): number => rows.at[position] ?? 0;
  const code = (position: number): number => rows.code[position] ?? 0;
  const seq = (position: number): number => rows.seq?.[position] ?? Number.NaN;
  const byPlace: Compare = (a, b) => events.log(code(a)) - events.log(code(b)) || a - b;
  const all = Array.from({ length: rows.length }, (_, position) => position);

  // Rows that say the same come to stand beside each other, the one of the first place in front.
  const bySeq: Compare = (a, b) => {
    const [one, other] = [seq(a), seq(b)];
    if (Number.isNaN(one) || Number.isNaN(other)) {
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    }
    return one - other;
  };
  const token = (position: number): number => events.token(code(position));
  const bySaying: Compare = (a, b) => at(a) - at(b) || token(a) - token(b) || bySeq(a, b);
  const distinct = all
    .sort((a, b) => bySaying(a, b) || byPlace(a, b))
    .filter((position, index, others) => {
      const before = others[index - 1];
      return before === undefined || bySaying(before, position) !== 0;
    })
    .sort((a, b) => at(a) - at(b));

  const late = new Set<number>();
  const ordered = runsOf(distinct, at).flatMap((run) => {
    const tops = new Map<number, number>();
    let lateHere = 0;
    for (const position of run.toSorted(byPlace)) {
      const log = events.log(code(position));
      const top = tops.get(log) ?? Number.NEGATIVE_INFINITY;
      if (at(position) >= top) tops.set(log, at(position));
      else {
        late.add(position);
        lateHere += 1;
      }
    }
    const hasSeq = run.every((position) => !Number.isNaN(seq(position)));
    const byRank = hasSeq || lateHere > 0;
    return run.sort(
      (a, b) =>
        at(a) - at(b) ||
        (hasSeq ? seq(a) - seq(b) : 0) ||
        (byRank ? events.rank(code(a)) - events.rank(code(b)) : 0) ||
        byPlace(a, b),
    );
  });

  const { length } = ordered;
  return { positions: ordered, length, isLate: (row) => late.has(row), lateRows: late.size };
}

/** A call to which rows are still added. */
interface GrowingCall extends OrderedCall {
  readonly at: number[];
  readonly code: number[];
  caller: number;
  isLate: boolean;
  isClosed: boolean;
}

/**
 * Puts the rows of one id in order and makes calls of them, by the rules of docs/log-format.md:
 * duplicates, runs, late rows, order, calls. Rows that come in order don't need it; see
 * `createCondenser`.
 */
export function orderRows(rows: IdRows, events: EventTable): OrderedRows {
  const order = orderFewRows(rows, events) ?? orderBySorting(rows, events);
  const calls: GrowingCall[] = [];
  let current: GrowingCall | undefined;
  let before = 0;
  for (let index = 0; index < order.length; index += 1) {
    const position = order.positions[index] ?? 0;
    const moment = rows.at[position] ?? 0;
    const code = rows.code[position] ?? 0;
    const bits = events.traits(code);
    const silence = moment - before;
    const isOver =
      current === undefined ||
      (current.isClosed
        ? (bits & traits.starts) !== 0 || silence > longestEnding
        : silence > longestSilence);
    if (current === undefined || isOver) {
      current = { at: [], code: [], caller: Number.NaN, isLate: false, isClosed: false };
      calls.push(current);
    }
    current.at.push(moment);
    current.code.push(code);
    if (Number.isNaN(current.caller)) current.caller = rows.caller?.[position] ?? Number.NaN;
    current.isLate ||= order.isLate(position);
    current.isClosed ||= (bits & traits.closes) !== 0;
    before = moment;
  }
  return { calls, lateRows: order.lateRows, duplicateRows: rows.length - order.length };
}
