import type { Extent, ListTree, MapTree } from '../../source/tree.ts';
import { lineEnd, lineStart, nextLine } from './lines.ts';
import { partsOf } from './parts-of.ts';
import type { TextEdit } from './text-edit.ts';

const without = ({ start, end }: Extent): TextEdit => ({ start, end, text: '' });

/** Whole lines, with one of two empty lines that would meet where they were. */
function wholeLines(text: string, from: number, to: number): TextEdit {
  const next = nextLine(text, to);
  if (next === undefined) {
    const before = lineEnd(text, Math.max(0, from - 1));
    const start = from === 0 ? 0 : Math.min(before, from - 1 - (text[from - 2] === '\r' ? 1 : 0));
    return { start, end: text.length, text: '' };
  }
  const isBlank = (start: number) => text.slice(start, lineEnd(text, start)).trim() === '';
  const previous = from === 0 ? undefined : lineStart(text, from - 1);
  const meet =
    previous !== undefined && isBlank(previous) && (next >= text.length || isBlank(next));
  return { start: meet ? previous : from, end: next, text: '' };
}

/**
 * The edits that take a part out of a list or a map, with its own comments; a list without items is
 * `[]`. Nothing where the text can't be taken apart, or where a map of lines would have none left.
 */
export function removePart(
  text: string,
  container: ListTree | MapTree,
  place: number,
): readonly TextEdit[] | undefined {
  const parts = partsOf(text, container);
  const block = parts?.blocks[place];
  if (parts === undefined || block === undefined) return undefined;
  const [last, next] = [parts.blocks[place - 1], parts.blocks[place + 1]];
  const { above, item, behind } = block;
  if (parts.layout === 'lines') {
    if (last === undefined && next === undefined) {
      const start = lineStart(text, item.start);
      const isList = container.kind === 'list';
      return isList
        ? [
            { start: item.start, end: item.end, text: '[]' },
            without({ start: above.start, end: start }),
          ]
        : undefined;
    }
    if (text.slice(lineStart(text, item.start), item.start).trim() === '')
      return [wholeLines(text, above.start, item.end)];
    // The first field of a list's item: the next one follows the dash.
    if (next === undefined || next.above.start !== next.above.end) return undefined;
    return [without({ start: item.start, end: next.item.start })];
  }
  if (last === undefined && next === undefined) return [without(item)];
  if (parts.layout === 'bracket-lines') {
    const comma = /^[ \t]*,/.exec(text.slice(last?.item.end ?? 0))?.[0];
    const spare =
      next === undefined && last !== undefined && comma !== undefined
        ? [without({ start: last.item.end, end: last.item.end + comma.length })]
        : [];
    const hasComma = text.slice(item.end, behind.start).includes(',');
    return [...(hasComma ? [] : spare), wholeLines(text, above.start, behind.end)];
  }
  const gap = next === undefined ? [last?.item.end ?? 0, item.start] : [item.end, next.item.start];
  if (!/^\s*,\s*$/.test(text.slice(gap[0], gap[1]))) return undefined;
  return next === undefined
    ? [without({ start: last?.item.end ?? item.start, end: item.end })]
    : [without({ start: item.start, end: next.item.start })];
}
