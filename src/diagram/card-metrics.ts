import { spareFor } from './fit-text.ts';
import { textWidth } from './text-width.ts';
import type { CardKind } from './words.ts';

/** Sizes of the parts of a card, in pixels. */
export const metrics = {
  header: 40,
  pill: 32,
  row: 19,
  /** Under the last row. */
  foot: 5,
  least: 172,
  most: 252,
  /** Quieter words widen a card no further than this. */
  quiet: 228,
  left: 30,
  title: 13,
  sub: 10.5,
  calls: 10.5,
  label: 11,
  percent: 9.5,
  key: 10.5,
  letter: 9.5,
  drop: 10,
  badge: 20,
  sign: 17,
} as const;

/** How far the words stay from the right edge: some shapes are not straight there. */
export function rightMargin(kind: CardKind): number {
  return kind === 'queue'
    ? 17
    : kind === 'transfer'
      ? 17
      : kind === 'task' || kind === 'subflow'
        ? 13
        : 10;
}

/** The room that a text takes at most, whatever the font. */
export function roomFor(text: string, size: number, bold = false): number {
  return text === '' ? 0 : textWidth(text, size, bold) * spareFor(bold);
}

/** The width of the cap of a key, and where the row's words begin after it. */
export function keycap(key: string): { readonly width: number; readonly label: number } {
  const width = Math.max(15, Math.ceil(roomFor(key, metrics.key, true) + 7));
  return { width, label: Math.max(metrics.left, 9.5 + width + 5.5) };
}

/** The width of the disc of a connector: a pill where the letters are several. */
export function discWidth(letter: string): number {
  return Math.max(15, Math.ceil(roomFor(letter, metrics.letter, true) + 7));
}
