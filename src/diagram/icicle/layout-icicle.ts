import type { CallFlow } from '../../flow/call-flow.ts';
import { humanise, visible } from '../card-title.ts';
import { roomFor } from '../card-metrics.ts';
import type { DrawnText } from '../drawing.ts';
import { formatCount, formatShare } from '../numbers.ts';
import type { DrawOptions } from '../options.ts';
import { planFlow, type FlowPlan } from '../plan-flow.ts';
import { writeText } from '../write-text.ts';
import type { DrawnBlock, IcicleDrawing } from './icicle-drawing.ts';
import { waysOfCalls, waysOfSteps, type WayNode } from './way-tree.ts';

const margin = 24;
const top = 66;
const columnWidth = 164;
const lostWidth = 40;
/** More columns than this no sheet holds; `depth` asks for fewer. */
const mostColumns = 16;
/** Blocks that are thinner are drawn together. */
const thinnest = 3;
/** The lowest blocks that hold a line of words, a sign, and two lines. */
const lowestText = 12;
const lowestIcon = 17;
const lowestTwoLines = 34;
const size = 10.5;

interface Place {
  readonly way: WayNode;
  readonly column: number;
  readonly y: number;
}

/** How high all calls are: more where there is more to tell apart. */
const heightFor = (plan: FlowPlan): number =>
  Math.round(Math.min(1400, Math.max(520, plan.steps.length * 10)));

/** What stands on a block, on two lines where they have room: the share goes first where one must do. */
function writeBlockTexts(
  title: string,
  [count, share]: readonly [count: string, share: string],
  { width, height }: { readonly width: number; readonly height: number },
  plan: FlowPlan,
  left: number,
): readonly DrawnText[] {
  if (height < lowestText) return [];
  const { words, language, flow } = plan;
  const spoken = [...new Set([flow.script.language, language])];
  const whole = share === '' ? count : `${count} · ${share}`;
  const isTall = height >= lowestTwoLines;
  const y = Math.min(height / 2, 14) + 3.7;
  const apart = (text: string): number => width - left - roomFor(text, size) - 11;
  const wanted = roomFor(title, size, true);
  const shown = isTall || wanted <= apart(whole) ? whole : count;
  const room = isTall ? width - left - 6 : apart(shown);
  const number = isTall
    ? { x: left, y: y + 14, anchor: 'start' as const }
    : { x: width - 6, y, anchor: 'end' as const };
  return [
    writeText(title, spoken, { x: left, y, size, room, bold: true }),
    writeText(shown, [words.language], {
      ...number,
      size,
      room: roomFor(shown, size) + 1,
      tone: 'muted',
    }),
  ];
}

function blockAt({ way, column, y }: Place, plan: FlowPlan, all: number, scale: number) {
  const { words, tree, titles, traffic } = plan;
  const step = tree.steps.get(way.step);
  const node = step?.node?.node;
  const height = way.weight * scale;
  const hasIcon = height >= lowestIcon;
  const title = titles.get(way.step) ?? way.step;
  const count = formatCount(way.weight, words);
  const share = formatShare(way.weight / all, words);
  const lost = formatShare(way.lost / Math.max(1, way.weight), words);
  const box = { x: column * columnWidth, y, width: columnWidth, height };
  const said =
    traffic === undefined ? words.icicle.steps(way.weight) : words.sentences.calls(count);
  return {
    id: way.step,
    kind: node?.kind ?? ('start' as const),
    hasClock: node?.kind === 'branch' && typeof node.on === 'object' && 'calendar' in node.on,
    ...box,
    weight: way.weight,
    hasIcon,
    texts: writeBlockTexts(
      title,
      [count, traffic === undefined ? '' : share],
      box,
      plan,
      hasIcon ? 24 : 8,
    ),
    lost:
      way.lost === 0
        ? undefined
        : {
            x: box.x + columnWidth,
            y: y + height - way.lost * scale,
            width: lostWidth,
            height: way.lost * scale,
            calls: way.lost,
          },
    label: `${title}: ${said}, ${share}${way.lost === 0 ? '' : `, ${words.sentences.lost(lost)}`}.`,
  } satisfies DrawnBlock;
}

function restAt(
  place: Omit<Place, 'way'>,
  ways: readonly WayNode[],
  plan: FlowPlan,
  scale: number,
) {
  const weight = ways.reduce((sum, way) => sum + way.weight, 0);
  const box = {
    x: place.column * columnWidth,
    y: place.y,
    width: columnWidth,
    height: weight * scale,
  };
  const title = plan.words.icicle.others(ways.length);
  const count = formatCount(weight, plan.words);
  return {
    ...{ id: undefined, kind: undefined, hasClock: false, hasIcon: false, lost: undefined },
    ...box,
    weight,
    texts: writeBlockTexts(title, [count, ''], box, plan, 8),
    label: `${title}: ${count}.`,
  } satisfies DrawnBlock;
}

/** Places blocks column by column, each beside the one it follows; thin ones come last, together. */
function placeBlocks(
  root: WayNode,
  plan: FlowPlan,
  columns: number,
  scale: number,
): { readonly blocks: readonly DrawnBlock[]; readonly cut: number } {
  const blocks: DrawnBlock[] = [];
  let cut = 0;
  const waiting: Place[] = [{ way: root, column: 0, y: 0 }];
  for (const place of waiting) {
    const { way, column } = place;
    blocks.push(blockAt(place, plan, root.weight, scale));
    if (column + 1 === columns) {
      cut += way.children.reduce((sum, child) => sum + child.weight, 0);
      continue;
    }
    let { y } = place;
    const thick = way.children.filter(({ weight }) => weight * scale >= thinnest);
    for (const child of thick) {
      waiting.push({ way: child, column: column + 1, y });
      y += child.weight * scale;
    }
    const thin = way.children.slice(thick.length);
    const rest = restAt({ column: column + 1, y }, thin, plan, scale);
    if (rest.height >= 1) blocks.push(rest);
  }
  return { blocks, cut };
}

/**
 * Lays out the ways that calls went, as an icicle (Kruskal and Landwehr, 1983): columns are steps of a way,
 * heights are calls, and what calls have in common stands before what parts them. Loops are unrolled, so
 * that every way can be followed. Without a replay heights are steps of the flow.
 */
export function layoutIcicle(flow: CallFlow, options: DrawOptions = {}): IcicleDrawing {
  const plan = planFlow(flow, options);
  const { words, language } = plan;
  const { replay, depth = mostColumns } = options;
  const root = replay === undefined ? waysOfSteps(plan) : waysOfCalls(replay, plan);
  const inner = heightFor(plan);
  const scale = inner / Math.max(1, root.weight);
  const { blocks, cut } = placeBlocks(root, plan, Math.min(depth, mostColumns), scale);
  const right = blocks.reduce(
    (most, { x, width, lost }) =>
      Math.max(most, x + width, lost === undefined ? 0 : lost.x + lost.width),
    0,
  );
  const width = Math.max(right, 560);
  const title = visible(flow.script.title) ?? humanise(flow.script.id);
  const spoken = [...new Set([flow.script.language, language])];
  const caption =
    replay === undefined
      ? words.icicle.ofSteps
      : words.icicle.ofCalls(formatCount(root.weight, words));
  const left = cut === 0 ? '' : ` · ${words.icicle.cut(Math.min(depth, mostColumns))}`;
  const hasLost = blocks.some(({ lost }) => lost !== undefined);
  const bottom = top + inner + 34;
  return {
    id: (options.id ?? '').replace(/[^A-Za-z0-9-]+/g, '').replace(/^[^A-Za-z]+/, '') || 'ivr',
    language: words.language,
    width: Math.ceil(width + 2 * margin),
    height: Math.ceil(hasLost ? bottom + 20 : bottom - 10),
    title,
    description: `${caption}${left}`,
    texts: [
      writeText(title, spoken, { x: margin, y: 30, size: 19, room: width, bold: true }),
      writeText(`${caption}${left}`, [words.language], {
        x: margin,
        y: 48,
        size: 11.5,
        room: width,
        tone: 'muted',
      }),
    ],
    blocks: blocks.map((block) => ({
      ...block,
      x: block.x + margin,
      y: block.y + top,
      lost:
        block.lost === undefined
          ? undefined
          : { ...block.lost, x: block.lost.x + margin, y: block.lost.y + top },
    })),
    legend: hasLost
      ? {
          x: margin,
          y: bottom,
          text: writeText(words.legend.drop, [words.language], {
            x: 36,
            y: 4,
            size,
            room: width - 40,
            tone: 'muted',
          }),
        }
      : undefined,
  };
}
