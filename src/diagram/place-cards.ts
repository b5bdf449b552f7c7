import { callerOrder } from './caller-order.ts';
import { discWidth } from './card-metrics.ts';
import type { Card } from './card.ts';
import { highestEdge, joinContours, lowestEdge, separation, type Contour } from './contour.ts';
import type { StepTree } from './grow-tree.ts';
import { placeSpine } from './place-spine.ts';
import { gaps, placeTrees, stackTrees, type PlacedTrees } from './place-trees.ts';
import { spreadSingles } from './spread-singles.ts';
import { columnsOf, type Column } from './columns.ts';
import type { StepId } from './read-steps.ts';

/** Where a card stands; from the left upper corner of the flow, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly column: number;
  readonly isOnRail: boolean;
}

/** Where everything stands. */
export interface Placement {
  readonly spots: ReadonlyMap<StepId, Spot>;
  readonly columns: readonly Column[];
  /** The line between the flow and the rail, and where the rail's cards begin. */
  readonly rail: { readonly line: number; readonly x: number } | undefined;
  /** The height at which the steps begin that no call comes to. */
  readonly stranded: number | undefined;
  readonly width: number;
  readonly height: number;
}

const railHeading = 30;
const strandedHeading = 34;

interface Heights {
  readonly known: Map<StepId, number>;
  readonly lowest: number;
}

/** The trees of all starts, each under its spine, one block below the other. */
function placeStarts(
  spines: readonly (readonly StepId[])[],
  tree: StepTree,
  cards: ReadonlyMap<StepId, Card>,
  trees: PlacedTrees,
): Heights {
  const known = new Map<StepId, number>();
  let flow: Contour = { levels: [], shift: 0 };
  for (const spine of spines) {
    const { contour, heights } = placeSpine(spine, tree, cards, trees);
    const shift = separation(flow, contour, gaps.block);
    contour.shift += shift;
    for (const [id, height] of heights) known.set(id, height + shift);
    flow = joinContours(flow, contour);
  }
  return { known, lowest: lowestEdge(flow) };
}

/** Trees below each other, none of them higher than the top; gives what is free below them. */
function stackFrom(
  top: number,
  ids: readonly StepId[],
  trees: PlacedTrees,
  known: Map<StepId, number>,
): number {
  if (ids.length === 0) return top;
  const { contour, shifts } = stackTrees(ids, trees.contours);
  const start = top - highestEdge(contour);
  ids.forEach((id, index) => known.set(id, (shifts[index] ?? 0) + start));
  return lowestEdge(contour) + start + gaps.between;
}

/** Columns by depth: a spine shares one, the rail's come after all others. */
function countColumns(
  tree: StepTree,
  below: ReadonlySet<StepId>,
  singles: ReadonlyMap<StepId, { readonly column: number }>,
): { readonly columns: ReadonlyMap<StepId, number>; readonly main: number } {
  const columns = new Map<StepId, number>();
  let main = 0;
  const number = (roots: readonly StepId[], first: number): void => {
    for (const id of callerOrder(roots, tree.children)) {
      const parent = tree.parent.get(id);
      const single = singles.get(id);
      const before = parent === undefined ? undefined : columns.get(parent);
      const column =
        before === undefined ? (single?.column ?? first) : before + (below.has(id) ? 0 : 1);
      columns.set(id, column);
      if (first === 0) main = Math.max(main, column + 1);
    }
  };
  number([...tree.starts, ...tree.stranded], 0);
  number(tree.rail, main);
  return { columns, main };
}

/**
 * Places all cards: the flow unfolds to the right, column by column, shared ends stand on the rail at
 * the right, and what no call comes to stands below. No two cards overlap, and lines between
 * neighbouring columns meet no other card.
 */
export function placeCards(
  list: readonly Card[],
  tree: StepTree,
  spines: readonly (readonly StepId[])[],
): Placement {
  const cards = new Map(list.map((card) => [card.step.id, card]));
  const held = new Set(spines.flat());
  const trees = placeTrees([...tree.starts, ...tree.rail, ...tree.stranded], tree, cards, held);
  const { known, lowest } = placeStarts(spines, tree, cards, trees);

  const railBottom = stackFrom(railHeading, tree.rail, trees, known);

  const stranded = tree.stranded.length > 0 ? lowest + strandedHeading : undefined;
  const families = tree.stranded.filter((id) => tree.children.has(id));
  const top = (stranded ?? 0) + strandedHeading;
  const free = stackFrom(top, families, trees, known);
  const below = new Set(spines.flatMap((spine) => spine.slice(1)));
  const width = countColumns(tree, below, new Map()).main;
  const singles = spreadSingles(
    tree.stranded.filter((id) => !tree.children.has(id)),
    cards,
    width,
    free,
  );
  for (const [id, { y }] of singles.spots) known.set(id, y);
  const bottom = Math.max(lowest, railBottom, stranded === undefined ? 0 : singles.bottom);

  const heights = new Map<StepId, number>();
  const order = callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children);
  for (const id of order) {
    const parent = tree.parent.get(id);
    const above = parent === undefined ? 0 : (heights.get(parent) ?? 0);
    heights.set(id, known.get(id) ?? above + (trees.offsets.get(id) ?? 0));
  }
  const { columns, main } = countColumns(tree, below, singles.spots);
  const disc = tree.rail.reduce(
    (most, id) => Math.max(most, discWidth(cards.get(id)?.letter ?? '')),
    0,
  );
  const measured = columnsOf(list, tree, columns, heights, main, disc);
  const onRail = new Set(tree.rail);
  const spots = new Map<StepId, Spot>();
  for (const card of list) {
    const column = columns.get(card.step.id) ?? 0;
    const { x, width: most } = measured.columns[column] ?? { x: 0, width: card.width };
    const isPill = card.kind === 'hangup' && !card.hasRows;
    spots.set(card.step.id, {
      x,
      y: heights.get(card.step.id) ?? 0,
      width: isPill ? card.width : most,
      column,
      isOnRail: onRail.has(card.step.id),
    });
  }
  return {
    spots,
    columns: measured.columns,
    rail:
      tree.rail.length === 0
        ? undefined
        : { line: measured.line, x: measured.columns[main]?.x ?? 0 },
    stranded,
    width: measured.width,
    height: bottom,
  };
}
