import type { DrawnCard } from './drawing.ts';
import { element, paint, path, type SceneNode } from './scene.ts';

/** The outline of a card; forms differ by kind, so that they tell kinds apart without colour. */
function outlineOf({ kind, width: w, height: h }: DrawnCard): string {
  const r = Math.min(h, 40) / 2;
  switch (kind) {
    case 'start':
    case 'hangup':
      return path`M${r} 0H${w - r}A${r} ${r} 0 0 1 ${w} ${r}V${h - r}A${r} ${r} 0 0 1 ${w - r} ${h}H${r}A${r} ${r} 0 0 1 0 ${h - r}V${r}A${r} ${r} 0 0 1 ${r} 0Z`;
    case 'branch':
      return path`M9 0H${w - 9}L${w} 9V${h - 9}L${w - 9} ${h}H9L0 ${h - 9}V9Z`;
    case 'announcement':
    case 'task':
    case 'opaque':
    case 'subflow':
      return path`M0 0H${w}V${h}H0Z`;
    case 'menu':
      return path`M7 0H${w - 7}Q${w} 0 ${w} 7V${h - 7}Q${w} ${h} ${w - 7} ${h}H7Q0 ${h} 0 ${h - 7}V7Q0 0 7 0Z`;
    case 'collect':
      return path`M11 0H${w}V${h}H0V11Z`;
    case 'queue':
      return path`M7 0H${w - 7}C${w + 2} 0 ${w + 2} ${h} ${w - 7} ${h}H7C-2 ${h} -2 0 7 0Z`;
    case 'transfer':
      return path`M0 0H${w - 10}L${w} 20L${w - 10} 40V${h}H0Z`;
    case 'voicemail':
      return path`M0 0H${w}V${h - 10}L${w - 10} ${h}H0Z`;
    case 'callback':
      return path`M0 0H${w - 10}L${w} 10V${h}H0Z`;
  }
}

/** Lines inside the outline that belong to the form. */
function innerLines({ kind, width: w, height: h }: DrawnCard): string | undefined {
  switch (kind) {
    case 'task':
      return path`M4 0V${h}M${w - 4} 0V${h}`;
    case 'subflow':
      return path`M3.5 3.5H${w - 3.5}V${h - 3.5}H3.5Z`;
    case 'queue':
      return path`M${w - 7} 0C${w - 16} 0 ${w - 16} ${h} ${w - 7} ${h}`;
    case 'opaque':
      return path`M4 0V${h}`;
    case 'start':
    case 'hangup':
    case 'branch':
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'transfer':
    case 'voicemail':
    case 'callback':
      return undefined;
  }
}

/** The form of a card; dashed where no call comes. */
export function drawShape(card: DrawnCard): readonly SceneNode[] {
  const isDark = card.kind === 'hangup' && !card.isStranded;
  const dash = card.isStranded ? '6 4' : undefined;
  const inner = innerLines(card);
  const shape = element('path', {
    d: outlineOf(card),
    ...paint(isDark ? { fill: 'ink', stroke: 'ink' } : { fill: 'card', stroke: 'line' }),
    'stroke-width': card.kind === 'menu' ? 1.6 : 1.2,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dash,
  });
  if (inner === undefined) return [shape];
  const lines = element('path', {
    d: inner,
    ...paint({ fill: 'none', stroke: 'line' }),
    'stroke-width': 1,
    'stroke-dasharray': dash,
  });
  return [shape, lines];
}
