import type { ListTree, MapTree } from '../../source/tree.ts';
import { fieldBlocks } from './field-blocks.ts';
import { itemBlocks } from './item-blocks.ts';
import type { TextEdit } from './text-edit.ts';

/**
 * The edits that put the items of a list, or the fields of a map, into another order, with their
 * comments: `order` names for each place the present position of what belongs there. Blank lines and
 * commas stay where they are. Nothing where the text can't be taken apart (an alias, an unusual
 * layout).
 */
export function reorderItems(
  text: string,
  container: ListTree | MapTree,
  order: readonly number[],
): readonly TextEdit[] | undefined {
  const blocks =
    container.kind === 'list' ? itemBlocks(text, container) : fieldBlocks(text, container);
  if (blocks?.length !== order.length) return undefined;
  const edits: TextEdit[] = [];
  for (const [place, position] of order.entries()) {
    const here = blocks[place];
    const moved = blocks[position];
    if (here === undefined || moved === undefined) return undefined;
    if (place === position) continue;
    for (const part of ['above', 'item', 'behind'] as const) {
      const { start, end } = here[part];
      const words = text.slice(moved[part].start, moved[part].end);
      if (words !== text.slice(start, end)) edits.push({ start, end, text: words });
    }
  }
  return edits;
}
