import type { EditValue } from '../../source/tree-edit.ts';
import type { MapTree } from '../../source/tree.ts';
import { lastCharacter } from './last-character.ts';
import { indentOf, lineEnd, lineStart, nextLine } from './lines.ts';
import type { ScalarContext } from './scalar-context.ts';
import type { TextEdit } from './text-edit.ts';
import { lineBreakOf, shortField, writeField } from './write-value.ts';

/** Behind the last line of a map of lines, comments at its own depth included. */
function behindLines(text: string, map: MapTree, column: number): number {
  let end = lineEnd(text, lastCharacter(text, map));
  for (let next = nextLine(text, end); next !== undefined; next = nextLine(text, end)) {
    const line = text.slice(next, lineEnd(text, next));
    if (!/^[ \t]*#/.test(line) || indentOf(line) < column) break;
    end = lineEnd(text, next);
  }
  return end;
}

/**
 * The edits that give a map one more field, as its last: on a line of its own where the fields have
 * theirs, else on the same line.
 */
export function insertField(
  text: string,
  map: MapTree,
  name: string,
  value: EditValue,
  context: ScalarContext,
): readonly TextEdit[] {
  const field = shortField(name, value, context);
  const last = map.fields.at(-1);
  const isBracketed = text[map.start] === '{';
  if (last === undefined) {
    const inside = map.start + 1;
    return isBracketed ? [{ start: inside, end: inside, text: field }] : [];
  }
  const at = last.nameExtent.start;
  const lead = text.slice(lineStart(text, at), at);
  if (!isBracketed) {
    const column = lead.length;
    const end = behindLines(text, map, column);
    const lineBreak = lineBreakOf(text);
    const long = writeField(name, value, { context, column, lineBreak });
    const line = `${lineBreak}${' '.repeat(column)}${long}`;
    return [{ start: end, end, text: line }];
  }
  const end = last.value.start === last.value.end ? last.nameExtent.end : last.value.end;
  const rest = text.slice(end, lineEnd(text, end));
  const hasOwnLine = lead.trim() === '' && /^[ \t]*(?:$|[ \t](?:#|\/\/))/.test(rest);
  if (!hasOwnLine) return [{ start: end, end, text: `, ${field}` }];
  const lineBehind = end + rest.length;
  const place = { context, column: lead.length, lineBreak: lineBreakOf(text) };
  const line = `${place.lineBreak}${lead}${writeField(name, value, place)}`;
  return [
    { start: end, end, text: ',' },
    { start: lineBehind, end: lineBehind, text: line },
  ];
}
