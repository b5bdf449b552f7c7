import type { Block, BlockKey } from './block.ts';

/**
 * The blocks that a call can come to from any of these. A way of asking that no input of its menu leads
 * to has been written beside the others; nobody should have to wonder about it in the console.
 */
export function ledTo(blocks: readonly Block[], from: readonly BlockKey[]): readonly Block[] {
  const blockOf = new Map(blocks.map((block) => [block.key, block]));
  const seen = new Set<BlockKey>();
  const open = [...from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const block = blockOf.get(key);
    if (block === undefined || seen.has(key)) continue;
    seen.add(key);
    if (block.next !== undefined) open.push(block.next);
    for (const { to } of block.conditions ?? []) open.push(to);
    for (const [, to] of block.errors ?? []) open.push(to);
  }
  return blocks.filter(({ key }) => seen.has(key));
}
