import { buildCards } from './build-cards.ts';
import { callerOrder } from './caller-order.ts';
import type { Card } from './card.ts';
import { humanise, visible } from './card-title.ts';
import { chooseSpines } from './choose-spine.ts';
import type { Drawing } from './drawing.ts';
import type { StepTree } from './grow-tree.ts';
import { nameLetters } from './name-letters.ts';
import { formatCount } from './numbers.ts';
import { placeCards, type Placement } from './place-cards.ts';
import type { FlowPlan } from './plan-flow.ts';
import type { StepId } from './read-steps.ts';
import { routeLines } from './route-lines.ts';
import type { Sheet } from './sheet.ts';
import { sizesOf } from './tree-sizes.ts';
import type { Words } from './words.ts';
import { writeCard } from './write-card.ts';
import { writeLegend } from './write-legend.ts';
import { writeList } from './write-list.ts';
import { writeText } from './write-text.ts';

const margin = 24;
const top = 66;
const leastWidth = 560;

/** The place of a sheet among others. */
export interface PagePlace {
  readonly number: number;
  readonly count: number;
  readonly letters: ReadonlyMap<StepId, string>;
  readonly elsewhere: (id: StepId) => number | undefined;
}

function describe({ words, traffic, flow, connections }: FlowPlan, cards: readonly Card[]): string {
  const counts = `${words.counts(flow.nodes.length, connections)}.`;
  if (traffic === undefined) return counts;
  const worst = cards
    .flatMap(({ title, lost, step }) =>
      lost === undefined ? [] : [{ title, calls: lost.calls, id: step.id }],
    )
    .sort((a, b) => b.calls - a.calls || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map((card) => words.sentences.worst(card.title, formatCount(card.calls, words)));
  const sentence = worst.length === 0 ? '' : ` ${worst.join('; ')}.`;
  return `${counts} ${words.sentences.enter(formatCount(traffic.calls, words))}${sentence}`;
}

function writeHeadings(
  tree: StepTree,
  placement: Placement,
  words: Words,
): Pick<Drawing, 'headings' | 'rules'> {
  const { rail, stranded, width, height } = placement;
  const own = [words.language];
  const style = { size: 11.5, room: 260, bold: true, tone: 'muted' } as const;
  const flowWidth = rail?.line ?? width;
  return {
    headings: [
      ...(rail === undefined
        ? []
        : [writeText(words.sharedDestinations, own, { ...style, x: rail.x, y: 6 })]),
      ...(stranded === undefined
        ? []
        : [writeText(words.notReached, own, { ...style, x: 0, y: stranded + 4 })]),
    ],
    rules: [
      ...(rail === undefined ? [] : [{ x: rail.line, y: -8, toX: rail.line, toY: height }]),
      ...(stranded === undefined || tree.starts.length === 0
        ? []
        : [{ x: 0, y: stranded - 16, toX: Math.max(flowWidth - 20, 200), toY: stranded - 16 }]),
    ],
  };
}

function captionOf({ words, traffic, flow, connections }: FlowPlan, page?: PagePlace): string {
  const caption =
    traffic === undefined
      ? words.counts(flow.nodes.length, connections)
      : words.heatCaption(formatCount(traffic.calls, words));
  return page === undefined ? caption : `${words.pageOf(page.number, page.count)} · ${caption}`;
}

/**
 * Lays out one sheet of a flow as numbers and texts:
 *
 *     sheet ─▶ spines, letters ─▶ cards ─▶ placement ─▶ lines ─▶ legend, list ─▶ drawing
 */
export function layoutSheet(plan: FlowPlan, sheet: Sheet, page?: PagePlace): Drawing {
  const { flow, options, words, language, traffic } = plan;
  const { tree, exits } = sheet;
  const spines = chooseSpines(tree);
  const below = new Map(
    spines.flatMap((spine) => spine.slice(1).map((id, index) => [spine[index] ?? '', id] as const)),
  );
  const order = callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children);
  const letters = page?.letters ?? nameLetters(tree.rail, order, exits);
  const sizes = sizesOf(plan.order, plan.tree.children);
  const elsewhere = page?.elsewhere ?? (() => undefined);
  const cards = buildCards(
    flow,
    { tree, exits, letters, below, traffic, words, titles: plan.titles, sizes, elsewhere },
    options,
  );
  const placement = placeCards(cards, tree, spines);
  const byId = new Map(cards.map((card) => [card.step.id, card]));
  const titleOf = (id: StepId): string => byId.get(id)?.title ?? plan.titles.get(id) ?? id;
  const calls = traffic?.calls;
  const { wires, stubs } = routeLines(cards, {
    cards: byId,
    placement,
    words,
    title: titleOf,
    calls,
  });
  const title = visible(flow.script.title) ?? humanise(flow.script.id);
  const spoken = [...new Set([flow.script.language, language])];
  const width = Math.max(leastWidth, placement.width);
  const corner = { x: margin, y: top + placement.height + 34 };
  const legend = writeLegend(cards, [...wires, ...stubs], calls, words, corner, width);
  const findings = (options.listsFindings === true ? options.findings : undefined) ?? [];
  const list = writeList(
    { notes: sheet.notes, findings, title: titleOf, isHere: (id) => byId.has(id), words, spoken },
    { x: margin, y: legend.bottom },
    width,
  );
  return {
    id: (options.id ?? '').replace(/[^A-Za-z0-9-]+/g, '').replace(/^[^A-Za-z]+/, '') || 'ivr',
    language: words.language,
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(list.bottom + margin / 2),
    title,
    description: [describe(plan, cards), ...sheet.notes].join(' '),
    texts: [
      writeText(title, spoken, { x: margin, y: 30, size: 19, room: width, bold: true }),
      writeText(captionOf(plan, page), [words.language], {
        x: margin,
        y: 48,
        size: 11.5,
        room: width,
        tone: 'muted',
      }),
    ],
    origin: { x: margin, y: top },
    ...writeHeadings(tree, placement, words),
    wires,
    stubs,
    cards: cards.flatMap((card) => {
      const spot = placement.spots.get(card.step.id);
      return spot === undefined ? [] : [writeCard(card, spot, { words, spoken, title: titleOf })];
    }),
    legend: legend.items,
    list: list.items,
    notes: list.notes,
  };
}
