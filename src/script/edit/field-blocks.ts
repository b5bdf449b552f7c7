import type { Field, MapTree } from '../../source/tree.ts';
import {
  bracketedBlocks,
  commentsAbove,
  endWithComments,
  nothingAt,
  type ItemBlock,
} from './item-blocks.ts';
import { lastCharacter } from './last-character.ts';
import { indentOf, lineStart, nextLine } from './lines.ts';

function endOf(text: string, { nameExtent, value }: Field): number {
  return value.start === value.end ? nameExtent.end : lastCharacter(text, value);
}

/** The blocks of a map of lines: every field begins its line, the first may stand behind a dash. */
function lineBlocks(text: string, map: MapTree): readonly ItemBlock[] | undefined {
  const first = map.fields[0]?.nameExtent.start ?? 0;
  const column = first - lineStart(text, first);
  const isOurs = (line: string) => /^[ \t]*#/.test(line) && indentOf(line) === column;
  const blocks: ItemBlock[] = [];
  let lowest = 0;
  for (const field of map.fields) {
    const { start } = field.nameExtent;
    const line = lineStart(text, start);
    const before = text.slice(line, start);
    const begins = before.trim() === '';
    if (start - line !== column || start < lowest) return undefined;
    if (!begins && (blocks.length > 0 || !/^[ \t-]*$/.test(before))) return undefined;
    const end = endWithComments(text, endOf(text, field), column);
    blocks.push({
      above: begins ? commentsAbove(text, line, lowest, isOurs) : nothingAt(start),
      item: { start, end },
      behind: nothingAt(end),
    });
    lowest = nextLine(text, end) ?? text.length;
  }
  return blocks;
}

/**
 * The parts of the text that belong to each field of a map, comments included; nothing where the map
 * is written in a way that can't be taken apart by lines. Comments are shared out as in lists.
 */
export function fieldBlocks(text: string, map: MapTree): readonly ItemBlock[] | undefined {
  if (text[map.start] !== '{') return lineBlocks(text, map);
  const parts = map.fields.map((field) => ({
    start: field.nameExtent.start,
    end: endOf(text, field),
  }));
  return bracketedBlocks(text, map.start, parts);
}
