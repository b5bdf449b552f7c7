import { isClosing, type CallEventName } from './call-event.ts';

/** The rows of one call, as they came. Plain arrays, for there may be a hundred thousand of these. */
export interface OpenCall {
  readonly at: number[];
  /** NaN where the row has none. */
  readonly seq: number[];
  readonly token: number[];
  lastAt: number;
  lateRows: number;
  closed: boolean;
}

/** A whole call, its rows in order. */
export interface OrderedCall {
  readonly tokens: readonly number[];
  readonly at: readonly number[];
}

/**
 * What comes first among events of one moment when nothing else tells: what happens at a node comes
 * before the next node is entered, and everything before the call's end.
 */
const ranks: Readonly<Record<CallEventName, number>> = {
  start: 0,
  input: 1,
  noinput: 1,
  nomatch: 1,
  success: 1,
  failure: 1,
  enter: 2,
  queue: 3,
  answer: 4,
  transfer: 4,
  abandon: 4,
  hangup: 5,
  disconnect: 5,
  end: 6,
};

/** Where an event stands among those of its moment. */
export function eventRank(event: CallEventName): number {
  return ranks[event];
}

type EventOf = (token: number) => CallEventName;

/** A row that much later than the end of a call, in milliseconds, is no part of it. */
export const longestEnding = 5 * 60_000;
/** How late a row may come in a log that counts as being in order, in milliseconds of the log's time. */
export const latestRow = 5 * 60_000;
/** No call is silent for so long: its end is missing, and what follows is another call. */
export const longestSilence = 24 * 3_600_000;

/**
 * The positions of a call's rows in their order: by time; within one moment by `seq` where all rows
 * of the call have one; else by their order in the log, unless some of them are late: then that
 * order means nothing, and what must come first does.
 */
function orderOf(call: OpenCall, eventOf: EventOf): readonly number[] {
  const { at, seq, token } = call;
  const positions = at.map((_, position) => position);
  const hasSeq = seq.every((number) => !Number.isNaN(number));
  if (call.lateRows === 0 && !hasSeq) return positions;
  const value = (list: readonly number[], position: number): number => list[position] ?? 0;
  const rank = (position: number): number => ranks[eventOf(value(token, position))];
  return positions.sort(
    (a, b) =>
      value(at, a) - value(at, b) ||
      (hasSeq ? value(seq, a) - value(seq, b) : 0) ||
      rank(a) - rank(b) ||
      a - b,
  );
}

/**
 * Puts the rows of one id in order. Ids come back: behind the end of a call a `start`, or any row
 * more than five minutes later, begins another one, and so does a row after a day of silence.
 */
export function orderCall(call: OpenCall, eventOf: EventOf): readonly OrderedCall[] {
  const calls: { tokens: number[]; at: number[] }[] = [];
  let current: { tokens: number[]; at: number[] } | undefined;
  let closed = false;
  for (const position of orderOf(call, eventOf)) {
    const token = call.token[position] ?? 0;
    const event = eventOf(token);
    const at = call.at[position] ?? 0;
    const silence = at - (current?.at.at(-1) ?? at);
    const isOver = closed ? event === 'start' || silence > longestEnding : silence > longestSilence;
    if (current === undefined || isOver) {
      current = { tokens: [], at: [] };
      calls.push(current);
      closed = false;
    }
    current.tokens.push(token);
    current.at.push(at);
    closed ||= isClosing(event);
  }
  return calls;
}
