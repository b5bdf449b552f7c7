import type { Extent, ListTree, MapTree } from '../../source/tree.ts';
import { fieldBlocks } from './field-blocks.ts';
import { itemBlocks, type ItemBlock } from './item-blocks.ts';
import { lineStart } from './lines.ts';

/** How the items of a list, or the fields of a map, are laid out in the text. */
export interface Parts {
  readonly blocks: readonly ItemBlock[];
  /**
   * `lines`: dashes and fields that begin their lines; `bracket-lines`: in brackets, each part on lines
   * of its own; `brackets`: side by side.
   */
  readonly layout: 'lines' | 'bracket-lines' | 'brackets';
  /** Where parts begin in their lines; of a list of dashes, the dash. */
  readonly column: number;
}

const columnOf = (text: string, { start }: Extent): number => start - lineStart(text, start);

/** The parts of a list or a map; nothing where the text can't be taken apart. */
export function partsOf(text: string, container: ListTree | MapTree): Parts | undefined {
  const isBracketed = '[{'.includes(text[container.start] ?? ' ');
  const blocks =
    container.kind === 'list' ? itemBlocks(text, container) : fieldBlocks(text, container);
  const first = blocks?.[0];
  if (blocks === undefined) return undefined;
  if (first === undefined) return { blocks, layout: 'brackets', column: 0 };
  const column = columnOf(text, first.item);
  if (!isBracketed) return { blocks, layout: 'lines', column };
  const ends = blocks.map(({ item }) => item.end);
  const hasLines = blocks.every(({ item, behind }, index) => {
    const own = lineStart(text, item.start);
    const leads = text.slice(own, item.start).trim() === '';
    const rest = text.slice(item.end, behind.start);
    const closes = /^[ \t]*,?$/.test(rest) && /^(?:\r?\n|$)/.test(text.slice(behind.end));
    return leads && closes && own > (ends[index - 1] ?? container.start);
  });
  return { blocks, layout: hasLines ? 'bracket-lines' : 'brackets', column };
}
