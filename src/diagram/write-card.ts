import { badgeRoom, titleRoom } from './measure-card.ts';
import { discWidth, metrics, rightMargin, roomFor } from './card-metrics.ts';
import type { Card } from './card.ts';
import { describeCard, tooltipOf } from './describe-card.ts';
import type { DrawnCard, DrawnText } from './drawing.ts';
import type { Spot } from './place-cards.ts';
import { discAt } from './route-lines.ts';
import { writeBadges, writePill } from './write-marks.ts';
import { writeRow, type CardSources } from './write-row.ts';
import { writeText } from './write-text.ts';

function writeHead(
  card: Card,
  { width }: Spot,
  { words, spoken }: CardSources,
): readonly DrawnText[] {
  const isPill = card.height === metrics.pill;
  const isDark = card.kind === 'hangup' && !card.isStranded;
  const tone = isDark ? 'paper' : 'ink';
  const quiet = isDark ? 'paper' : 'muted';
  const right = width - rightMargin(card.kind) - badgeRoom(card.findings);
  const y = isPill ? 20.5 : card.sub === '' ? 24.5 : 17;
  const room = titleRoom(card, width);
  const texts = [
    writeText(card.title, spoken, {
      x: metrics.left,
      y,
      size: metrics.title,
      room,
      bold: true,
      tone,
    }),
  ];
  if (card.sub !== '') {
    const size = metrics.sub;
    const under = width - metrics.left - rightMargin(card.kind);
    texts.push(
      writeText(card.sub, spoken, { x: metrics.left, y: 31.5, size, room: under, tone: quiet }),
    );
  }
  if (card.count !== '') {
    const size = metrics.calls;
    const { count } = card;
    texts.push(
      writeText(count, [words.language], {
        x: right,
        y: y - 0.5,
        size,
        room: roomFor(count, size) + 1,
        anchor: 'end',
        tone: quiet,
      }),
    );
  }
  return texts;
}

/** Puts a card in its place, with all its words cut to the room they have. */
export function writeCard(card: Card, spot: Spot, from: CardSources): DrawnCard {
  const { words } = from;
  const node = card.step.node?.node;
  const { letter } = card;
  const middle = Math.min(card.height, metrics.header) / 2;
  return {
    id: card.step.id,
    kind: card.kind,
    hasClock: node?.kind === 'branch' && typeof node.on === 'object' && 'calendar' in node.on,
    x: spot.x,
    y: spot.y,
    width: spot.width,
    height: card.height,
    isStranded: card.isStranded,
    calls: card.entered,
    lost: card.lost?.calls,
    texts: writeHead(card, spot, from),
    rows: card.hasRows
      ? card.exits.map((row, index) => writeRow(card, row, index, spot, from))
      : [],
    disc:
      letter === undefined
        ? undefined
        : spot.isOnRail
          ? discAt(letter, -discWidth(letter) - 2, middle, words)
          : discAt(letter, 6, 0, words),
    pill: writePill(card, spot, words),
    badges: writeBadges(card, spot, words),
    label: describeCard(card, words, from.title),
    tooltip: tooltipOf(card, words),
  };
}
