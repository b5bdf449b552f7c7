import { keycap, metrics, rightMargin, roomFor } from './card-metrics.ts';
import type { Card, CardRow } from './card.ts';
import type { DrawnRow } from './drawing.ts';
import { rowRoom } from './measure-card.ts';
import type { Spot } from './place-cards.ts';
import { portAcross } from './ports.ts';
import type { StepId } from './read-steps.ts';
import { writeText } from './write-text.ts';
import type { Words } from './words.ts';
import type { Language } from '../script/values.ts';

/** What finished cards are written with. */
export interface CardSources {
  readonly words: Words;
  /** The languages of the menu, its own first. */
  readonly spoken: readonly Language[];
  readonly title: (id: StepId) => string;
}

/** A row of a card, with its words cut to the room they have. */
export function writeRow(
  card: Card,
  row: CardRow,
  index: number,
  spot: Spot,
  { words, spoken }: CardSources,
): DrawnRow {
  const { from, to, percentAt } = rowRoom(row, card.kind, spot.width);
  const { way, exit } = row.folded;
  const tone = way === 'loose' ? 'trouble' : way === 'repeat' || way === 'back' ? 'muted' : 'ink';
  const base = 13.2;
  const texts = [
    writeText(row.label, spoken, {
      x: from,
      y: base,
      size: metrics.label,
      room: to - from,
      tone,
      note: row.note,
      isWhole: row.isWhen,
    }),
  ];
  if (row.percent !== '') {
    const room = roomFor(row.percent, metrics.percent) + 1;
    texts.push(
      writeText(row.percent, [words.language], {
        x: percentAt,
        y: base,
        size: metrics.percent,
        room,
        anchor: 'end',
        tone: 'muted',
      }),
    );
  }
  const cap = row.key === undefined ? undefined : keycap(row.key);
  const size = metrics.key;
  const full = spot.width - rightMargin(card.kind) + 2 - (from - 2);
  return {
    y: metrics.header + index * metrics.row,
    way,
    path: exit.path.join('/'),
    targets: row.folded.targets,
    calls: row.calls,
    icon: row.icon,
    cap:
      cap === undefined
        ? undefined
        : {
            x: 9.5,
            width: cap.width,
            text: writeText(row.key ?? '', [words.language], {
              x: 9.5 + cap.width / 2,
              y: base,
              size,
              room: cap.width - 2,
              bold: true,
              anchor: 'middle',
            }),
          },
    bar:
      row.share === undefined || row.share <= 0
        ? undefined
        : { x: from - 2, width: Math.max(1, full * row.share) },
    sign: row.sign === undefined ? undefined : { icon: row.sign, x: percentAt + 4 },
    texts,
    port:
      way === 'repeat' || way === 'back' || row.sign === 'down'
        ? undefined
        : portAcross(card, index, spot.width),
  };
}
