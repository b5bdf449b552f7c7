import { metrics, portInset } from './card-metrics.ts';
import type { Card } from './card.ts';

/**
 * The height on a card at which a line leaves from a row, or (row -1) at which lines arrive: whole
 * pixels apart, so that a straight line is straight.
 */
export function portOf(card: Card | undefined, row: number): number {
  if (card === undefined) return 0;
  if (row < 0 || !card.hasRows) return Math.min(card.height, metrics.header) / 2 - 0.5;
  return metrics.header + row * metrics.row + metrics.row / 2;
}

/** How far from the left edge a line leaves from a row. */
export function portAcross(card: Card, width: number): number {
  return width - (card.hasRows ? portInset(card.kind) : 0);
}
