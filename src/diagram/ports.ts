import { metrics } from './card-metrics.ts';
import type { Card } from './card.ts';
import { edgeInset } from './edge-inset.ts';

/**
 * The height on a card at which a line leaves from a row, or (row -1) at which lines arrive: whole
 * pixels apart, so that a straight line is straight.
 */
export function portOf(card: Card | undefined, row: number): number {
  if (card === undefined) return 0;
  if (row < 0 || !card.hasRows) return Math.min(card.height, metrics.header) / 2 - 0.5;
  return metrics.header + row * metrics.row + metrics.row / 2;
}

/** How far from the left edge a line leaves from a row: at the outline, whatever its form. */
export function portAcross(card: Card, row: number, width: number): number {
  return width - edgeInset(card.kind, card.height, portOf(card, row), 'right');
}

/** Lines that arrive side by side keep this much between their middles where there is room. */
const leastApart = 7;
const between = 3;
/** The first arrives in the middle of the header, the others below it, with at least this room and at most. */
const arrivalRoom = { least: 14, most: 30, foot: 12 } as const;

/**
 * How far below the middle of the header each of several lines to one card arrives, by their widths:
 * side by side in the order of their rows, so that none hides another.
 */
export function arrivalsOf(widths: readonly number[], target: Card): readonly number[] {
  const places: number[] = [];
  widths.forEach((width, index) => {
    const before = widths[index - 1];
    const apart = before === undefined ? 0 : Math.max(leastApart, (before + width) / 2 + between);
    places.push((places[index - 1] ?? 0) + apart);
  });
  const below = target.height - arrivalRoom.foot - portOf(target, -1);
  const room = Math.max(arrivalRoom.least, Math.min(arrivalRoom.most, below));
  const needed = places.at(-1) ?? 0;
  const scale = needed > room ? room / needed : 1;
  return places.map((place) => place * scale);
}
