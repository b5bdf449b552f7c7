import type { DrawnCard, DrawnRow, DrawnStub, DrawnText, DrawnWire, Drawing } from '../drawing.ts';
import { metrics, roomFor } from '../card-metrics.ts';
import { fitText } from '../fit-text.ts';
import { wordsIn } from '../words-in.ts';
import type { Words } from '../words.ts';
import { writeText } from '../write-text.ts';
import type { ChangeMarks, ChangeSign } from './change-marks.ts';

/** A sign on a disc, around its middle. */
export interface DrawnChange {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly sign: ChangeSign | 'moved';
  readonly text: DrawnText;
}

/** A second outline around a card that is new. */
export interface DrawnOutline {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawing of both flows with what became of its parts; marks count from its origin. */
export interface MarkedDrawing {
  readonly drawing: Drawing;
  readonly changes: readonly DrawnChange[];
  readonly outlines: readonly DrawnOutline[];
  /** Counts from the corner of the page. */
  readonly legend: readonly { readonly mark: DrawnChange; readonly text: DrawnText }[];
}

/** Which of the two menus is drawn at the places of both; both where nothing is said. */
export type ShownSide = 'both' | 'before' | 'after';

const glyphs = { added: '+', removed: '−', changed: '~' } as const;

function changeAt(sign: ChangeSign, x: number, y: number, radius: number): DrawnChange {
  const size = radius * 1.6;
  const text = writeText(glyphs[sign], ['en'], {
    x: 0,
    y: size * 0.36,
    size,
    room: 2 * radius,
    bold: true,
    anchor: 'middle',
  });
  return { x, y, radius, sign, text };
}

/** The cap of a moved key, for the legend. */
function capAt(x: number, y: number): DrawnChange {
  const text = writeText('4→1', ['en'], {
    x: 8,
    y: 3.7,
    size: metrics.key,
    room: 30,
    bold: true,
    anchor: 'middle',
  });
  return { x, y, radius: 7, sign: 'moved', text };
}

const quiet = (text: DrawnText): DrawnText => ({ ...text, tone: 'muted' });

function markRow(row: DrawnRow, sign: ChangeSign | undefined): DrawnRow {
  if (sign !== 'removed') return row;
  // The time that a note tells is the one that counts now.
  const isOld = row.path.startsWith('before/');
  const texts = row.texts.map((text) => quiet(isOld ? { ...text, note: '' } : text));
  return { ...row, texts };
}

/** The line under a card's title; it is the one of a menu alone, which has no options that are gone. */
function withFacts(card: DrawnCard, own: DrawnCard | undefined): DrawnCard {
  const [, facts] = own?.texts ?? [];
  const [, shown] = card.texts;
  if (facts?.size !== metrics.sub || shown?.size !== metrics.sub || facts.anchor === 'end')
    return card;
  const texts = card.texts.map((text) =>
    text === shown ? { ...facts, tone: text.tone, room: text.room } : text,
  );
  return { ...card, texts };
}

function markCard(card: DrawnCard, marks: ChangeMarks, words: Words): DrawnCard {
  const sign = marks.signOf(card.id);
  const rows = card.rows.map((row) => markRow(row, marks.waySign(card.id, row.path)));
  const notes = marks.notesOf(card.id);
  const told = [...(sign === undefined ? [] : [words.changes[sign]]), ...notes].map(
    (note) => `${note}.`,
  );
  const label = [card.label, ...told].join(' ');
  const tooltip = [card.tooltip, ...notes].join('\n');
  if (sign !== 'removed') return { ...card, rows, label, tooltip };
  // What is gone has the dashed outline of what no call comes to; words on ink would be unreadable.
  return { ...card, rows, label, tooltip, isStranded: true, texts: card.texts.map(quiet) };
}

function markLine<Line extends DrawnWire | DrawnStub>(
  line: Line,
  marks: ChangeMarks,
  words: Words,
): Line {
  const sign = marks.waySign(line.from, line.path);
  if (sign === undefined || sign === 'changed') return line;
  return { ...line, change: sign, label: `${line.label} ${words.changes[sign]}.` };
}

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
function tellAlone(
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
function onSide(drawing: Drawing, marks: ChangeMarks, side: ShownSide): Drawing {
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

function legendOf(
  { width, height, language }: Drawing,
  words: Words,
): {
  readonly legend: MarkedDrawing['legend'];
  readonly height: number;
} {
  const margin = 24;
  const size = 11;
  const [left, line] = [margin + 8, 20];
  let [x, y] = [left, height + 6];
  const legend = (['added', 'removed', 'changed', 'moved'] as const).map((sign) => {
    const told = words.changes[sign];
    const room = roomFor(told, size) + 1;
    const wide = sign === 'moved' ? 26 : 14;
    if (x > left && x + wide + room > width - margin) [x, y] = [left, y + line];
    const mark = sign === 'moved' ? capAt(x, y) : changeAt(sign, x, y, 7);
    const text = writeText(told, [language], { x: x + wide, y: y + 4, size, room, tone: 'muted' });
    x += wide + room + 22;
    return { mark, text };
  });
  return { legend, height: Math.ceil(y + 18) };
}

/** What is laid out: the union, and one menu alone with its cards under their ids in the union. */
export interface LaidOut {
  readonly union: Drawing;
  readonly alone: Drawing;
}

/** Marks what changed on a drawing of the union, or leaves out what one side doesn't have. */
export function markChanges(
  { union, alone }: LaidOut,
  marks: ChangeMarks,
  side: ShownSide = 'both',
): MarkedDrawing {
  const own = new Map(alone.cards.map((card) => [card.id, card]));
  const laidOut = {
    ...union,
    cards: union.cards.map((card) => withFacts(card, own.get(card.id))),
  };
  if (side !== 'both')
    return {
      drawing: onSide(
        {
          ...laidOut,
          title: alone.title,
          description: alone.description,
          texts: alone.texts,
          cards: laidOut.cards.map((card) => tellAlone(card, own.get(card.id), marks, side)),
        },
        marks,
        side,
      ),
      changes: [],
      outlines: [],
      legend: [],
    };
  const changes: DrawnChange[] = [];
  const outlines: DrawnOutline[] = [];
  for (const card of laidOut.cards) {
    const sign = marks.signOf(card.id) ?? startSign(laidOut, card, marks);
    if (sign !== undefined) changes.push(changeAt(sign, card.x + 16, card.y + card.height, 8));
    if (sign === 'added') {
      const { x, y, width, height } = card;
      outlines.push({ x: x - 3.5, y: y - 3.5, width: width + 7, height: height + 7 });
    }
    if (sign === 'added' || sign === 'removed') continue;
    for (const row of card.rows) {
      const own = marks.waySign(card.id, row.path);
      if (own !== undefined) changes.push(changeAt(own, card.x, card.y + row.y + 9.5, 6.5));
    }
  }
  const words = wordsIn(union.language);
  const { legend, height } = legendOf(laidOut, words);
  const caption = words.changes.count(marks.count);
  const [title, under] = laidOut.texts;
  const texts = [
    ...(title === undefined ? [] : [title]),
    ...(under === undefined ? [] : [{ ...under, text: caption }]),
  ];
  return {
    drawing: {
      ...laidOut,
      height,
      description: `${laidOut.description} ${caption}.`,
      texts,
      wires: laidOut.wires.map((wire) => markLine(wire, marks, words)),
      stubs: laidOut.stubs.map((stub) => markLine(stub, marks, words)),
      cards: laidOut.cards.map((card) => markCard(card, marks, words)),
    },
    changes,
    outlines,
    legend,
  };
}

/** A start is what its way is: it has no node of its own. */
function startSign(
  { wires, stubs }: Drawing,
  { id, kind }: DrawnCard,
  marks: ChangeMarks,
): ChangeSign | undefined {
  if (kind !== 'start') return undefined;
  const line = [...wires, ...stubs].find(({ from }) => from === id);
  return line === undefined ? undefined : marks.waySign(id, line.path);
}
