import { wilsonInterval } from './wilson.ts';

/**
 * How far a rate can be trusted: `hidden` below 30 calls, where a percentage says nothing; `grey`
 * where its interval reaches more than 5 points to each side; else `shown`.
 */
export type Trust = 'shown' | 'grey' | 'hidden';

/** A share of calls with all that is needed to judge it. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  /** From 0 to 1; nothing for 0 of 0. */
  readonly rate: number | undefined;
  /** Both ends of the 95 % interval of Wilson. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly trust: Trust;
}

/** Fewer calls than this say nothing of a rate. */
export const fewestCalls = 30;
const widestHalf = 0.05;

/** The rate of `count` in `of`. Throws a RangeError when they are no share. */
export function rateOf(count: number, of: number): Rate {
  const interval = wilsonInterval(count, of);
  if (interval === undefined) {
    const nothing = { rate: undefined, low: undefined, high: undefined };
    return { count, of, ...nothing, trust: 'hidden' };
  }
  const { low, high } = interval;
  const isFew = of < fewestCalls;
  const trust = isFew ? 'hidden' : (high - low) / 2 > widestHalf ? 'grey' : 'shown';
  return { count, of, rate: count / of, low, high, trust };
}

/** Whether a value of a table is a rate. */
export function isRate(value: unknown): value is Rate {
  return typeof value === 'object' && value !== null && 'trust' in value;
}
