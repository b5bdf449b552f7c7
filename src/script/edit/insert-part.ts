import type { ListTree, MapTree } from '../../source/tree.ts';
import { lineStart } from './lines.ts';
import { partsOf } from './parts-of.ts';
import type { TextEdit } from './text-edit.ts';
import { lineBreakOf } from './write-value.ts';

/** Writes what is put in, where its lines are indented by a column. */
export type WritePart = (column: number) => string;

const at = (start: number, text: string): TextEdit => ({ start, end: start, text });

/**
 * The edits that put a part into a list or a map at a place from 0: on lines of its own where the
 * others have theirs, else beside them. Nothing where the text can't be taken apart.
 */
export function insertPart(
  text: string,
  container: ListTree | MapTree,
  place: number,
  write: WritePart,
): readonly TextEdit[] | undefined {
  const parts = partsOf(text, container);
  if (parts === undefined || place < 0 || place > parts.blocks.length) return undefined;
  const { blocks, layout, column } = parts;
  const [next, last] = [blocks[place], blocks[place - 1]];
  const isBracketed = '[{'.includes(text[container.start] ?? ' ');
  const lineBreak = lineBreakOf(text);
  const pad = ' '.repeat(column);
  if (next === undefined && last === undefined)
    return isBracketed ? [at(container.start + 1, write(0))] : undefined;
  if (layout === 'lines') {
    const isList = container.kind === 'list';
    const part = isList ? `- ${write(column + 2)}` : write(column);
    if (last !== undefined) {
      const gap = next === undefined ? '' : text.slice(last.item.end, next.above.start);
      const isApart = !isList && /\n[ \t]*\r?\n/.test(gap);
      return [at(last.item.end, `${isApart ? lineBreak : ''}${lineBreak}${pad}${part}`)];
    }
    const start = next?.above.start ?? 0;
    // The first field of a list's item stands behind its dash.
    return start === lineStart(text, start)
      ? [at(start, `${pad}${part}${lineBreak}`)]
      : [at(start, `${part}${lineBreak}${pad}`)];
  }
  const part = write(column);
  if (layout === 'brackets') {
    if (next !== undefined) return [at(next.item.start, `${part}, `)];
    return last === undefined ? undefined : [at(last.item.end, `, ${part}`)];
  }
  if (next !== undefined) return [at(next.above.start, `${pad}${part},${lineBreak}`)];
  if (last === undefined) return undefined;
  const hasComma = text.slice(last.item.end, last.behind.start).includes(',');
  const line = `${lineBreak}${pad}${part}${hasComma ? ',' : ''}`;
  return [...(hasComma ? [] : [at(last.item.end, ',')]), at(last.behind.end, line)];
}
