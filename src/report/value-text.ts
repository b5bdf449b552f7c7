import type { Difference } from '../insight/newcombe.ts';
import type { Rate } from '../insight/rate.ts';
import type { Unit, Value } from '../insight/table.ts';
import { interval, ofAll, percent } from './numbers.ts';
import { grouped } from '../source/plural.ts';

/** A difference of shares in points, with its sign and interval. */
function differenceText({ difference, low, high }: Difference): string {
  const points = (share: number): string => {
    const size = Math.abs(share * 100).toFixed(1);
    return `${size === '0.0' ? '' : share > 0 ? '+' : '−'}${size}`;
  };
  return `${points(difference)} points (${points(low)} to ${points(high)})`;
}

/** A rate in one cell: n of N, and the percentage with its interval where there are enough calls. */
function rateText(rate: Rate): string {
  if (rate.rate === undefined || rate.trust === 'hidden') return ofAll(rate);
  return `${ofAll(rate)}, ${percent(rate.rate)} (${interval(rate)})`;
}

/** A value of a table in one cell, for people. */
export function valueText(value: Value, unit: Unit): string {
  if (value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') {
    return 'difference' in value ? differenceText(value) : rateText(value);
  }
  if (unit === 'seconds') return `${value.toFixed(1)} s`;
  if (unit === 'share') return `${(value * 100).toFixed(2)} %`;
  return Number.isInteger(value) ? grouped(value) : value.toFixed(2);
}
