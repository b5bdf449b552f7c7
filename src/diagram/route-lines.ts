import { discWidth, metrics } from './card-metrics.ts';
import type { Card, CardRow } from './card.ts';
import { stubLength } from './columns.ts';
import { conditionOf } from './describe-card.ts';
import type { Dash, DrawnDisc, DrawnStub, DrawnWire } from './drawing.ts';
import { edgeInset } from './edge-inset.ts';
import { heatOf } from './heat.ts';
import { formatCount } from './numbers.ts';
import type { Placement, Spot } from './place-cards.ts';
import { arrivalsOf, portAcross, portOf } from './ports.ts';
import type { StepId } from './read-steps.ts';
import { writeText } from './write-text.ts';
import type { Words } from './words.ts';

/** What lines are drawn from. */
export interface LineSources {
  readonly cards: ReadonlyMap<StepId, Card>;
  readonly placement: Placement;
  readonly words: Words;
  readonly title: (id: StepId) => string;
  /** All calls, for the heat; nothing without a log. */
  readonly calls: number | undefined;
}

/** How far from the left edge of a spine its lines run down. */
const trunk = 86;

function dashOf({ folded: { exit }, icon }: CardRow): Dash {
  switch (exit.trigger) {
    case 'key':
    case 'next':
    case 'success':
      return 'solid';
    case 'case':
      return icon === 'moon' || icon === 'star' || icon === 'bell' ? 'closed' : 'solid';
    case 'closed':
      return 'closed';
    case 'noInput':
    case 'overflow':
      return 'noInput';
    case 'noMatch':
    case 'failure':
    case 'error':
      return 'trouble';
  }
}

/** A disc with a letter, by its left edge and its middle. */
export function discAt(
  letter: string,
  x: number,
  middle: number,
  words: Words,
  isMore = false,
): DrawnDisc {
  const width = discWidth(letter);
  const text = writeText(letter, [words.language], {
    x: width / 2,
    y: 10.9,
    size: metrics.letter,
    room: width - 4,
    bold: true,
    anchor: 'middle',
    tone: isMore ? 'muted' : 'paper',
  });
  return { x, y: middle - 7.5, width, isMore, text };
}

function labelOf(card: Card, row: CardRow, { words, title }: LineSources): string {
  const target = row.folded.targets[0];
  const condition = conditionOf(row, words);
  const calls =
    row.calls === undefined ? '' : `, ${words.sentences.calls(formatCount(row.calls, words))}`;
  const reason = row.note === '' ? row.label : row.note;
  return target === undefined
    ? `${card.title}, ${words.sentences.loose(condition, reason)}.`
    : `${words.sentences.wire(condition, card.title, title(target))}${calls}.`;
}

function lineFrom(card: Card, row: CardRow, index: number, spot: Spot, from: LineSources) {
  const { tone, width } = heatOf(row.calls, from.calls ?? 0);
  return {
    from: card.step.id,
    path: row.folded.exit.path.join('/'),
    x: spot.x + portAcross(card, index, spot.width),
    y: spot.y + portOf(card, index),
    tone,
    width,
    dash: dashOf(row),
    calls: row.calls,
    label: labelOf(card, row, from),
  };
}

/** Lines of one card that run down to the next of its spine, side by side. */
function runDown(
  card: Card,
  rows: readonly CardRow[],
  spot: Spot,
  from: LineSources,
): readonly DrawnWire[] {
  const target = from.placement.spots.get(card.below ?? '');
  if (target === undefined) return [];
  const apart = Math.min(16, (spot.width - trunk - 60) / Math.max(1, rows.length - 1));
  return rows.map((row, index) => {
    const x = spot.x + trunk + index * apart;
    const y = spot.y + card.height;
    const line = lineFrom(card, row, -1, spot, from);
    return {
      ...line,
      to: card.below ?? '',
      direction: 'down',
      x,
      y,
      bend: y,
      toX: x,
      toY: target.y,
    };
  });
}

/** Lines of one card across to the next column; those to the same card arrive side by side. */
function runAcross(
  card: Card,
  rows: readonly (readonly [row: CardRow, index: number])[],
  spot: Spot,
  from: LineSources,
): readonly DrawnWire[] {
  const byTarget = new Map<StepId, (readonly [CardRow, number])[]>();
  for (const one of rows) {
    const id = one[0].folded.targets[0] ?? '';
    const others = byTarget.get(id);
    if (others === undefined) byTarget.set(id, [one]);
    else others.push(one);
  }
  return [...byTarget].flatMap(([to, own]) => {
    const target = from.cards.get(to);
    const end = from.placement.spots.get(to);
    if (target === undefined || end === undefined) return [];
    const lines = own.map(([row, index]) => lineFrom(card, row, index, spot, from));
    const arrivals = arrivalsOf(
      lines.map(({ width }) => width),
      target,
    );
    return lines.map(({ path, x, y, tone, width, dash, calls, label }, at): DrawnWire => {
      const port = portOf(target, -1) + (arrivals[at] ?? 0);
      // Field by field here and below: of thousands of lines, spreads would cost ten times the memory.
      return {
        from: card.step.id,
        path,
        x,
        y,
        tone,
        width,
        dash,
        calls,
        label,
        to,
        direction: 'across',
        bend: from.placement.columns[spot.column]?.bend ?? spot.x + spot.width,
        toX: end.x + edgeInset(target.kind, target.height, port, 'left'),
        toY: end.y + port,
      };
    });
  });
}

function stubOf(card: Card, row: CardRow, index: number, spot: Spot, from: LineSources): DrawnStub {
  const { path, x, y, tone, width, dash, calls, label } = lineFrom(card, row, index, spot, from);
  const isMore = row.folded.way === 'more';
  const end = spot.x + spot.width + stubLength - 1;
  const disc =
    row.letter === undefined ? undefined : discAt(row.letter, end, y, from.words, isMore);
  return {
    from: card.step.id,
    path,
    x,
    y,
    tone: disc === undefined ? 'trouble' : tone,
    width,
    dash,
    calls,
    label,
    to: row.folded.targets[0],
    disc,
  };
}

/** The lines of all cards: wires, lightest first, and the short ones that end in a letter or broken off. */
export function routeLines(
  list: readonly Card[],
  from: LineSources,
): { readonly wires: readonly DrawnWire[]; readonly stubs: readonly DrawnStub[] } {
  const wires: DrawnWire[] = [];
  const stubs: DrawnStub[] = [];
  for (const card of list) {
    const spot = from.placement.spots.get(card.step.id);
    if (spot === undefined) continue;
    const down: CardRow[] = [];
    const across: (readonly [CardRow, number])[] = [];
    card.exits.forEach((row, index) => {
      const { way, targets } = row.folded;
      if (way === 'jump' || way === 'more' || way === 'loose')
        stubs.push(stubOf(card, row, index, spot, from));
      if (way !== 'wire') return;
      if (targets[0] === card.below) down.push(row);
      else across.push([row, index]);
    });
    wires.push(...runAcross(card, across, spot, from));
    wires.push(...runDown(card, down, spot, from));
  }
  return { wires: wires.sort((a, b) => a.width - b.width), stubs };
}
