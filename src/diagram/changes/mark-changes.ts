import type { Drawing, DrawnCard, DrawnRow, DrawnStub, DrawnText, DrawnWire } from '../drawing.ts';
import { metrics } from '../card-metrics.ts';
import { wordsIn } from '../words-in.ts';
import type { Words } from '../words.ts';
import type { ChangeMarks, ChangeSign } from './change-marks.ts';
import { changeAt, type DrawnChange } from './drawn-change.ts';
import { onSide, type ShownSide, tellAlone } from './on-side.ts';
import { changesLegend, type ChangesLegend } from './changes-legend.ts';

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
  readonly legend: ChangesLegend['legend'];
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
  const { legend, height } = changesLegend(laidOut, words);
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
