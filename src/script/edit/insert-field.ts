import type { EditValue } from '../../source/tree-edit.ts';
import type { MapTree } from '../../source/tree.ts';
import { lastCharacter } from './last-character.ts';
import { indentOf, lineEnd, lineStart, nextLine } from './lines.ts';
import type { ScalarContext } from './scalar-context.ts';
import type { TextEdit } from './text-edit.ts';

/** Words that need no quotes; those that YAML takes for something else are written in quotes. */
function wordOf(text: string): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9_-]*$/.test(text);
  return isPlain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function written(value: EditValue, context: ScalarContext): string {
  if (typeof value === 'string') return context === 'json' ? JSON.stringify(value) : wordOf(value);
  if (typeof value !== 'object') return String(value);
  const fields = Object.entries(value).map(([name, part]) => fieldText(name, part, context));
  return context === 'json' ? `{ ${fields.join(', ')} }` : `{${fields.join(', ')}}`;
}

const fieldText = (name: string, value: EditValue, context: ScalarContext): string =>
  `${context === 'json' ? JSON.stringify(name) : wordOf(name)}: ${written(value, context)}`;

const lineBreakOf = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

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
  const field = fieldText(name, value, context);
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
    const line = `${lineBreakOf(text)}${' '.repeat(column)}${field}`;
    return [{ start: end, end, text: line }];
  }
  const end = last.value.start === last.value.end ? last.nameExtent.end : last.value.end;
  const rest = text.slice(end, lineEnd(text, end));
  const hasOwnLine = lead.trim() === '' && /^[ \t]*(?:$|[ \t](?:#|\/\/))/.test(rest);
  if (!hasOwnLine) return [{ start: end, end, text: `, ${field}` }];
  const lineBehind = end + rest.length;
  const line = `${lineBreakOf(text)}${lead}${field}`;
  return [
    { start: end, end, text: ',' },
    { start: lineBehind, end: lineBehind, text: line },
  ];
}
