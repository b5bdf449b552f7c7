import type { Rate } from '../insight/rate.ts';
import { grouped } from '../source/plural.ts';

/** A share as a percentage with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Numerator and denominator of a rate. */
export function ofAll({ count, of }: Rate): string {
  return `${grouped(count)} of ${grouped(of)}`;
}

/** Both ends of a rate's interval. */
export function interval({ low, high }: Rate): string {
  if (low === undefined || high === undefined) return '';
  return `${(low * 100).toFixed(1)}–${percent(high)}`;
}

/** A moment in UTC, to the second. */
export function moment(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** A bar of at most `columns` blocks for a share of the largest value; anything above none shows. */
export function bar(share: number, columns: number): string {
  const eighths = Math.min(
    columns * 8,
    Math.max(share > 0 ? 1 : 0, Math.round(share * columns * 8)),
  );
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? '';
  return '█'.repeat(Math.floor(eighths / 8)) + rest;
}
