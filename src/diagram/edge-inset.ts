import { metrics } from './card-metrics.ts';
import type { CardKind } from './words.ts';

/** How far a stadium's edge is inside its box at a height. */
function stadium(height: number, y: number): number {
  const radius = Math.min(height, metrics.header) / 2;
  const past = Math.max(radius - y, y - (height - radius), 0);
  return radius - Math.sqrt(Math.max(0, radius * radius - past * past));
}

/** How far a lying cylinder's edge is inside its box at a height: the curve that draws it, solved for its height. */
function cylinder(height: number, y: number): number {
  const share = Math.min(1, Math.max(0, y / height));
  let low = 0;
  let high = 1;
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    if (t * t * (3 - 2 * t) < share) low = t;
    else high = t;
  }
  return 7 * ((1 - low) ** 3 + low ** 3) - 6 * low * (1 - low);
}

/** How far inside the left or right edge of its box a card's outline is at a height: lines end at the outline. */
export function edgeInset(
  kind: CardKind,
  height: number,
  y: number,
  side: 'left' | 'right',
): number {
  switch (kind) {
    case 'start':
    case 'hangup':
      return stadium(height, y);
    case 'queue':
      return Math.max(0, cylinder(height, y));
    case 'transfer':
      return side === 'left' ? 0 : Math.min(10, Math.abs(y - metrics.header / 2) / 2);
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'branch':
    case 'task':
    case 'voicemail':
    case 'callback':
    case 'subflow':
    case 'opaque':
      return 0;
  }
}
