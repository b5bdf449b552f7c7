import { discWidth } from './card-metrics.ts';
import type { Card } from './card.ts';
import type { StepTree } from './grow-tree.ts';
import type { StepId } from './read-steps.ts';

/** A column of cards: where it begins, how wide its cards are, and where its lines may start to bend. */
export interface Column {
  readonly x: number;
  readonly width: number;
  readonly bend: number;
}

const plainGutter = 60;
const widestGutter = 150;
/** From the edge of a card to the disc of a connector. */
export const stubLength = 9;

const beforeRail = 44;

/** Lines run straight past the connectors of their column; then they bend, all at once. */
function stubRoom(card: Card): number {
  return card.exits.reduce((most, { letter, folded }) => {
    if (folded.way === 'jump' || folded.way === 'more')
      return Math.max(most, stubLength + discWidth(letter ?? '') + 4);
    return folded.way === 'loose' ? Math.max(most, stubLength + 16) : most;
  }, 0);
}

/**
 * Widths and places of the columns. All cards of a column are equally wide, so that shares compare; the
 * gutter after it is wider where lines climb far.
 */
export function columnsOf(
  cards: readonly Card[],
  tree: StepTree,
  columnOf: ReadonlyMap<StepId, number>,
  heights: ReadonlyMap<StepId, number>,
  main: number,
  railDisc: number,
): { readonly columns: readonly Column[]; readonly line: number; readonly width: number } {
  const widths: number[] = [];
  const stubs: number[] = [];
  const climbs: number[] = [];
  for (const card of cards) {
    const id = card.step.id;
    const column = columnOf.get(id) ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, card.width);
    stubs[column] = Math.max(stubs[column] ?? 0, stubRoom(card));
    for (const child of tree.children.get(id) ?? []) {
      if (columnOf.get(child) === column) continue;
      const climb = Math.abs((heights.get(child) ?? 0) - (heights.get(id) ?? 0));
      climbs[column] = Math.max(climbs[column] ?? 0, climb);
    }
  }
  let x = 0;
  let end = 0;
  let line = 0;
  const columns = widths.map((width, index): Column => {
    if (index === main) {
      line = end + 20;
      x = main === 0 ? railDisc + 4 : line + beforeRail - 15 + railDisc;
    }
    const column = { x, width, bend: x + width + (stubs[index] ?? 0) };
    end = column.bend;
    x = column.bend + Math.round(Math.min(widestGutter, plainGutter + (climbs[index] ?? 0) / 14));
    return column;
  });
  return { columns, line, width: end };
}
