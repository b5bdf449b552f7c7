import { metrics, roomFor } from './card-metrics.ts';
import type { Card } from './card.ts';
import type { DrawnBadge, DrawnPill, DrawnText } from './drawing.ts';
import { formatShare } from './numbers.ts';
import type { Spot } from './place-cards.ts';
import { writeText } from './write-text.ts';
import type { Words } from './words.ts';
import type { Severity } from '../source/finding.ts';

/** How many callers are lost at a step: a pill on the lower edge of its card. */
export function writePill(
  { lost, height }: Card,
  { width }: Spot,
  words: Words,
): DrawnPill | undefined {
  if (lost === undefined) return undefined;
  const share = formatShare(lost.share, words);
  const room = roomFor(share, metrics.drop, true);
  const level = lost.share >= 0.2 ? 2 : lost.share >= 0.08 ? 1 : 0;
  const text = writeText(share, [words.language], {
    x: 15,
    y: 10.6,
    size: metrics.drop,
    room: room + 1,
    bold: true,
    tone: level === 2 ? 'onTrouble' : 'ink',
  });
  const wide = Math.ceil(room + 22);
  return { x: width - 10 - wide, y: height - 4, width: wide, level, text };
}

const badgeTones = { error: 'onTrouble', warning: 'onWarning', info: 'onNote' } as const;

/** The number on a badge, around its middle. */
export function badgeText(text: string, severity: Severity, words: Words): DrawnText {
  return writeText(text, [words.language], {
    x: 0,
    y: 3.6,
    size: 9.5,
    room: 20,
    bold: true,
    anchor: 'middle',
    tone: badgeTones[severity],
  });
}

/** Up to three badges at the upper right corner; the last one tells how many more there are. */
export function writeBadges(
  { findings }: Card,
  { width }: Spot,
  words: Words,
): readonly DrawnBadge[] {
  const shown = findings.slice(0, 3);
  return shown.map(({ number, severity }, index) => {
    const isRest = index === 2 && findings.length > 3;
    const text = isRest ? `+${findings.length - 2}` : `${number}`;
    return {
      numbers: isRest ? findings.slice(2).map((finding) => finding.number) : [number],
      x: width - 8 - (shown.length - 1 - index) * metrics.badge,
      severity,
      text: badgeText(text, severity, words),
    };
  });
}
