import type { EditValue } from '../../source/tree-edit.ts';
import { valueOf, type ListTree } from '../../source/tree.ts';
import { insertPart } from './insert-part.ts';
import { lineStart } from './lines.ts';
import { partsOf, type Parts } from './parts-of.ts';
import { removePart } from './remove-part.ts';
import type { ScalarContext } from './scalar-context.ts';
import type { TextEdit } from './text-edit.ts';
import { lineBreakOf, writeItem } from './write-value.ts';

/** Whole lines indented by so many columns more or less; nothing where one has not so many. */
function indented(lines: string, by: number): string | undefined {
  const moved = lines.split('\n').map((line) => {
    if (line.trim() === '') return line;
    if (by >= 0) return ' '.repeat(by) + line;
    return line.startsWith(' '.repeat(-by)) ? line.slice(-by) : undefined;
  });
  return moved.includes(undefined) ? undefined : moved.join('\n');
}

const at = (start: number, text: string): TextEdit => ({ start, end: start, text });

/** Puts lines as they are among the lines of other parts; `comma` where parts are in brackets. */
function placeLines(
  text: string,
  { blocks, layout }: Parts,
  place: number,
  lines: string,
  behind: string,
): readonly TextEdit[] | undefined {
  const [next, last] = [blocks[place], blocks[place - 1]];
  const lineBreak = lineBreakOf(text);
  const comma = layout === 'bracket-lines' ? ',' : '';
  if (next !== undefined) return [at(next.above.start, lines + comma + behind + lineBreak)];
  if (last === undefined) return undefined;
  const hasComma = comma === '' || text.slice(last.item.end, last.behind.start).includes(',');
  const end = comma === '' ? last.item.end : last.behind.end;
  const own = comma !== '' && hasComma ? ',' : '';
  return [...(hasComma ? [] : [at(last.item.end, ',')]), at(end, lineBreak + lines + own + behind)];
}

/**
 * The edits that move an item from one list to another: words and comments as they are written where
 * both lists have lines for their items; else written anew, where no comment would be lost. Nothing
 * where the text can't be taken apart.
 */
export function moveItem(
  text: string,
  from: { readonly list: ListTree; readonly place: number },
  to: { readonly list: ListTree; readonly place: number; readonly context: ScalarContext },
): readonly TextEdit[] | undefined {
  const [source, target] = [partsOf(text, from.list), partsOf(text, to.list)];
  const block = source?.blocks[from.place];
  const tree = from.list.items[from.place];
  if (source === undefined || target === undefined || block === undefined || tree === undefined)
    return undefined;
  const removal = removePart(text, from.list, from.place);
  if (removal === undefined) return undefined;
  const { above, item, behind } = block;
  const behindText = text.slice(behind.start, behind.end);
  const hasLines = target.blocks.length > 0 && source.layout !== 'brackets';
  if (hasLines && source.layout === target.layout) {
    const start = Math.min(above.start, lineStart(text, item.start));
    const lines = indented(text.slice(start, item.end), target.column - source.column);
    const placed =
      lines === undefined ? undefined : placeLines(text, target, to.place, lines, behindText);
    return placed === undefined ? undefined : [...removal, ...placed];
  }
  const written = text.slice(item.start, item.end).replace(/^- */, '');
  const isOneLine = written.startsWith('{') && !/[\r\n]/.test(written) && written.endsWith('}');
  const comments = text.slice(above.start, above.end) + behindText;
  if (comments.trim() !== '' || (!isOneLine && /(?:^|\s)(?:#|\/[/*])/.test(written)))
    return undefined;
  const value = valueOf(tree) as EditValue;
  const place = (column: number) => ({
    context: to.context,
    column,
    lineBreak: lineBreakOf(text),
  });
  const placed = insertPart(text, to.list, to.place, (column) =>
    isOneLine ? written : writeItem(value, place(column)),
  );
  return placed === undefined ? undefined : [...removal, ...placed];
}
