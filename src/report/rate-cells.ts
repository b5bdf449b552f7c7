import type { Rate } from '../insight/rate.ts';
import { interval, ofAll, percent } from './numbers.ts';
import type { Paint } from './paint.ts';
import type { Cell, Side } from './table.ts';

/** Columns of a rate: n of N, the percentage, its interval. Small numbers get no percentage. */
export function rateCells(rate: Rate, paint: Paint): readonly Cell[] {
  if (rate.rate === undefined || rate.trust === 'hidden') {
    return [{ text: ofAll(rate) }, { text: '–', paint: paint.dim }, { text: '' }];
  }
  const shade = rate.trust === 'grey' ? { paint: paint.dim } : {};
  return [
    { text: ofAll(rate) },
    { text: percent(rate.rate), ...shade },
    { text: interval(rate), paint: paint.dim },
  ];
}

/** Where the cells of a rate stand. */
export const rateSides: readonly Side[] = ['right', 'right', 'right'];
