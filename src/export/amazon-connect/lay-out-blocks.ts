import type { Block, BlockKey } from './block.ts';

/** Where the console draws a block, in pixels. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

const columnWidth = 280;
const rowHeight = 220;
const origin = { x: 200, y: 20 } as const;

function nextOf({ next, conditions = [], errors = [] }: Block): readonly BlockKey[] {
  return [
    ...(next === undefined ? [] : [next]),
    ...conditions.map(({ to }) => to),
    ...errors.map(([, to]) => to),
  ];
}

/**
 * Places blocks in columns by how many steps they are from the start, in each column in the order in
 * which they are reached; what isn't reached stands in a last column. Linear in the ways.
 */
export function layOutBlocks(
  blocks: readonly Block[],
  start: BlockKey,
): ReadonlyMap<BlockKey, Position> {
  const byKey = new Map(blocks.map((block) => [block.key, block]));
  const positions = new Map<BlockKey, Position>();
  let column: readonly BlockKey[] = [start];
  let x: number = origin.x;
  const place = (keys: readonly BlockKey[]) => {
    keys.forEach((key, row) => positions.set(key, { x, y: origin.y + row * rowHeight }));
    if (keys.length > 0) x += columnWidth;
  };
  while (column.length > 0) {
    const here = [...new Set(column)].filter((key) => byKey.has(key) && !positions.has(key));
    place(here);
    column = here.flatMap((key) => {
      const block = byKey.get(key);
      return block === undefined ? [] : nextOf(block);
    });
  }
  place(blocks.map(({ key }) => key).filter((key) => !positions.has(key)));
  return positions;
}
