import type { Drawing, DrawnCard, DrawnRow, DrawnStub, DrawnText, DrawnWire } from '../drawing.ts';
import { roomFor } from '../card-metrics.ts';
import { fitText } from '../fit-text.ts';
import type { ChangeMarks, ChangeSign } from './change-marks.ts';

/** Which of the two menus is drawn at the places of both; both where nothing is said. */
export type ShownSide = 'both' | 'before' | 'after';

const hides: Readonly<Record<ShownSide, ChangeSign | undefined>> = {
  both: undefined,
  before: 'added',
  after: 'removed',
};

/** The key of one side, from a cap that tells both. */
function capOf({ cap }: DrawnRow, side: ShownSide): DrawnRow['cap'] {
  if (cap === undefined || side === 'both') return cap;
  const [before = '', after = before] = cap.text.text.split('→');
  return { ...cap, text: { ...cap.text, text: side === 'before' ? before : after } };
}

/** Says in one line what another says, in the room that the line has. */
function saying(line: DrawnText, other: DrawnText | undefined): DrawnText {
  if (other === undefined) return line;
  const { size, bold, room } = line;
  const text = fitText(other.text, room, size, bold);
  const isShort = roomFor(text + other.note, size, bold) <= room;
  return { ...line, text, language: other.language, note: isShort ? other.note : '' };
}

/** A card with the words of the menu that is drawn alone. */
export function tellAlone(
  card: DrawnCard,
  own: DrawnCard | undefined,
  marks: ChangeMarks,
  side: ShownSide,
): DrawnCard {
  if (own === undefined) return card;
  const { label: name, tooltip } = own;
  if (side === 'after') return { ...card, label: name, tooltip };
  const [title, ...rest] = card.texts;
  const rows = card.rows.map((row) => {
    const way = marks.union.oldWay(card.id, row.path);
    const old = own.rows.find(({ path }) => path.split('/').slice(2).join('/') === way);
    const [label, ...others] = row.texts;
    return label === undefined ? row : { ...row, texts: [saying(label, old?.texts[0]), ...others] };
  });
  return {
    ...card,
    rows,
    texts: title === undefined ? rest : [saying(title, own.texts[0]), ...rest],
    label: name,
    tooltip,
  };
}

/** One menu alone, everything at the place that it has in the drawing of both. */
export function onSide(drawing: Drawing, marks: ChangeMarks, side: ShownSide): Drawing {
  const hidden = hides[side];
  const isGone = (card: string): boolean => marks.signOf(card) === hidden;
  const isShown = ({ from, to, path }: DrawnWire | DrawnStub): boolean =>
    marks.waySign(from, path) !== hidden && !isGone(from) && !(to !== undefined && isGone(to));
  return {
    ...drawing,
    wires: drawing.wires.filter(isShown),
    stubs: drawing.stubs.filter(isShown),
    cards: drawing.cards
      .filter(({ id }) => !isGone(id))
      .map((card) => ({
        ...card,
        rows: card.rows
          .filter(({ path }) => marks.waySign(card.id, path) !== hidden)
          .map((row) => ({ ...row, cap: capOf(row, side) })),
      })),
  };
}
