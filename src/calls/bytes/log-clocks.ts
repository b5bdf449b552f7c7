import { latestRow } from '../order-rows.ts';
import type { Moment } from './moment.ts';

/** The clocks of logs that are read side by side: the latest moment of each so far. */
export interface LogClocks {
  /** Tells the clock of the log whose turn it is what is now; false where that is later than `latestRow`. */
  readonly tell: () => boolean;
  /** The events that are told next stand in the log of this index. */
  readonly turnTo: (log: number) => void;
  /** The log whose turn it is. */
  readonly turn: () => number;
  /** No event of the log of this index will come. */
  readonly endOf: (log: number) => void;
  readonly clockOf: (log: number) => number;
  /** Sets the clock of a log that no event has come of yet: none is more than `latestRow` earlier. */
  readonly setClock: (log: number, at: number) => void;
  /** The clock that is behind all others, of the logs that go on. */
  readonly slowest: () => number;
  /** The first moment of all logs. */
  readonly earliest: () => number;
  /** The first and the last moment of all logs; nothing where none was told. */
  readonly window: () => { readonly from: number; readonly to: number } | undefined;
  /** Moments that belong to no log's clock. */
  readonly widen: (at: number) => void;
}

/** Places of the moments of the log whose turn it is: in a list of numbers, they cost no objects. */
const clock = 0;
const earliest = 1;

/** No moments told. */
export function createLogClocks(logs: number, now: Moment): LogClocks {
  const told = Float64Array.of(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const clocks = new Float64Array(logs).fill(Number.NEGATIVE_INFINITY);
  const isDone = new Uint8Array(logs);
  let turn = 0;
  let others = Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  const own = (): number => told[clock] ?? 0;

  return {
    tell() {
      const at = now[0] ?? 0;
      if (at < (told[earliest] ?? 0)) told[earliest] = at;
      if (at > own()) told[clock] = at;
      else if (at < own() - latestRow) return false;
      return true;
    },
    turnTo(next) {
      clocks[turn] = own();
      latest = Math.max(latest, own());
      turn = next;
      told[clock] = clocks[next] ?? Number.NEGATIVE_INFINITY;
      others = Number.POSITIVE_INFINITY;
      for (let other = 0; other < logs; other += 1) {
        if (other !== next && isDone[other] === 0) others = Math.min(others, clocks[other] ?? 0);
      }
    },
    turn: () => turn,
    endOf(log) {
      isDone[log] = 1;
    },
    clockOf: (log) => (log === turn ? own() : (clocks[log] ?? 0)),
    setClock(log, at) {
      clocks[log] = at;
    },
    slowest: () => Math.min(own(), others),
    earliest: () => told[earliest] ?? 0,
    window() {
      const from = told[earliest] ?? 0;
      return from < Number.POSITIVE_INFINITY ? { from, to: Math.max(latest, own()) } : undefined;
    },
    widen(at) {
      told[earliest] = Math.min(told[earliest] ?? 0, at);
      latest = Math.max(latest, at);
    },
  };
}
