import { edgesOf, type CallFlow } from '../flow/call-flow.ts';
import { buildCards } from './build-cards.ts';
import { callerOrder } from './caller-order.ts';
import type { Card } from './card.ts';
import { humanise, visible } from './card-title.ts';
import { chooseSpines } from './choose-spine.ts';
import type { Drawing } from './drawing.ts';
import { foldExits } from './fold-exits.ts';
import { growTree, type StepTree } from './grow-tree.ts';
import { nameLetters } from './name-letters.ts';
import { formatCount } from './numbers.ts';
import type { DrawOptions } from './options.ts';
import { placeCards, type Placement } from './place-cards.ts';
import { readSteps, type Step } from './read-steps.ts';
import { readTraffic, type Traffic } from './read-traffic.ts';
import { routeLines } from './route-lines.ts';
import { wordsIn, type Words } from './words.ts';
import { writeCard } from './write-card.ts';
import { writeLegend } from './write-legend.ts';
import { writeText } from './write-text.ts';

const margin = 24;
const top = 66;
const leastWidth = 560;

/** How busy an end is: by calls where they are known, else by the ways that lead to it. */
function busynessOf(steps: readonly Step[], traffic: Traffic | undefined): (step: Step) => number {
  const ways = new Map<string, number>();
  for (const { exits } of steps) {
    for (const { targets } of exits)
      for (const id of targets) ways.set(id, (ways.get(id) ?? 0) + 1);
  }
  return (step) => traffic?.enteredOf(step) ?? ways.get(step.id) ?? 0;
}

function describe(
  flow: CallFlow,
  cards: readonly Card[],
  calls: number | undefined,
  words: Words,
): string {
  const counts = `${words.counts(flow.nodes.length, edgesOf(flow).length)}.`;
  if (calls === undefined) return counts;
  const worst = cards
    .flatMap(({ title, lost, step }) =>
      lost === undefined ? [] : [{ title, calls: lost.calls, id: step.id }],
    )
    .sort((a, b) => b.calls - a.calls || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map((card) => words.sentences.worst(card.title, formatCount(card.calls)));
  const sentence = worst.length === 0 ? '' : ` ${worst.join('; ')}.`;
  return `${counts} ${words.sentences.enter(formatCount(calls))}${sentence}`;
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

/**
 * Lays a flow out as a drawing: pure numbers and texts, the same for the same flow in any place and
 * time, whatever the order of the nodes in the script.
 *
 *     flow ─▶ steps ─▶ tree, rail ─▶ folded exits ─▶ spines, letters ─▶ cards ─▶ placement ─▶ lines ─▶ drawing
 *
 * Any flow can be drawn: what isn't reached gets its own area, what leads nowhere a broken end. Time
 * is linear in nodes and edges, but for sorting.
 */
export function layoutFlow(flow: CallFlow, options: DrawOptions = {}): Drawing {
  const language = options.language ?? flow.script.language;
  const words = wordsIn(language);
  const steps = readSteps(flow);
  const traffic = options.replay === undefined ? undefined : readTraffic(steps, options.replay);
  const tree = growTree(steps, busynessOf(steps, traffic));
  const exits = foldExits(tree);
  const spines = chooseSpines(tree);
  const below = new Map(
    spines.flatMap((spine) => spine.slice(1).map((id, index) => [spine[index] ?? '', id] as const)),
  );
  const order = callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children);
  const letters = nameLetters(tree.rail, order, exits);
  const cards = buildCards(flow, { tree, exits, letters, below, traffic, words }, options);
  const placement = placeCards(cards, tree, spines);

  const byId = new Map(cards.map((card) => [card.step.id, card]));
  const calls = traffic?.calls;
  const { wires, stubs } = routeLines(cards, { cards: byId, placement, words, calls });
  const title = visible(flow.script.title) ?? humanise(flow.script.id);
  const spoken = [...new Set([flow.script.language, language])];
  const width = Math.max(leastWidth, placement.width);
  const legend = writeLegend(
    cards,
    [...wires, ...stubs],
    calls,
    words,
    { x: margin, y: top + placement.height + 34 },
    width,
  );
  const caption =
    calls === undefined
      ? words.counts(flow.nodes.length, edgesOf(flow).length)
      : words.heatCaption(formatCount(calls));
  return {
    id: (options.id ?? '').replace(/[^A-Za-z0-9-]+/g, '').replace(/^[^A-Za-z]+/, '') || 'ivr',
    language: words.language,
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(legend.bottom + margin / 2),
    title,
    description: describe(flow, cards, calls, words),
    texts: [
      writeText(title, spoken, { x: margin, y: 30, size: 19, room: width, bold: true }),
      writeText(caption, [words.language], {
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
      const titleOf = (id: string): string => byId.get(id)?.title ?? id;
      return spot === undefined ? [] : [writeCard(card, spot, { words, spoken, title: titleOf })];
    }),
    legend: legend.items,
  };
}
