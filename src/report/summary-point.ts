import { cleanText } from '../diagram/clean-text.ts';
import type { Rate } from '../insight/rate.ts';
import { percent } from './numbers.ts';
import { grouped } from '../source/plural.ts';

/** One thing to take away, in sentences. */
export interface SummaryPoint {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What a file calls something, in quotation marks and harmless. */
export const quoted = (text: string): string => `“${cleanText(text)}”`;

/** `8.9 % (7.9–10.0 %)`; counts where a percentage would say nothing. */
export function rateWords(rate: Rate): string {
  return rate.rate === undefined || rate.trust === 'hidden'
    ? `${grouped(rate.count)} of ${grouped(rate.of)}`
    : percent(rate.rate);
}

/** `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
