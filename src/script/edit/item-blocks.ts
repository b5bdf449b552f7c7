import type { Extent, ListTree } from '../../source/tree.ts';
import { lastCharacter } from './last-character.ts';
import { indentOf, lineEnd, lineStart, nextLine } from './lines.ts';

/** What belongs to an item of a list, or a field of a map, in the text: its comments move with it. */
export interface ItemBlock {
  /** The comment lines directly above, line ends included; empty where there are none. */
  readonly above: Extent;
  readonly item: Extent;
  /** The comment behind it on its last line; empty where there is none or where it can't be moved. */
  readonly behind: Extent;
}

export const nothingAt = (offset: number): Extent => ({ start: offset, end: offset });

/** The run of comment lines that ends directly above a line. */
export function commentsAbove(
  text: string,
  line: number,
  lowest: number,
  isComment: (line: string) => boolean,
): Extent {
  let start = line;
  while (start > lowest) {
    const before = lineStart(text, start - 1);
    if (before < lowest || !isComment(text.slice(before, lineEnd(text, before)))) break;
    start = before;
  }
  return { start, end: line };
}

/** The end of the last line of what ends here, comments of its own below it included. */
export function endWithComments(text: string, last: number, column: number): number {
  let end = lineEnd(text, last);
  for (;;) {
    const next = nextLine(text, end);
    if (next === undefined) return end;
    const line = text.slice(next, lineEnd(text, next));
    if (!/^[ \t]*#/.test(line) || indentOf(line) <= column) return end;
    end = lineEnd(text, next);
  }
}

/** The blocks of `- item` lists: every item begins at a dash that stands first on its line. */
function dashedBlocks(text: string, list: ListTree): readonly ItemBlock[] | undefined {
  const dash = list.start;
  const column = dash - lineStart(text, dash);
  if (text[dash] !== '-' || indentOf(text.slice(dash - column, dash)) !== column) return undefined;
  const isOurs = (line: string) => /^[ \t]*#/.test(line) && indentOf(line) <= column;
  const blocks: ItemBlock[] = [];
  let lowest = lineStart(text, dash);
  while (lowest > 0 && /^[ \t]*#/.test(text.slice(lineStart(text, lowest - 1), lowest))) {
    lowest = lineStart(text, lowest - 1);
  }
  let from = lineStart(text, dash);
  for (const item of list.items) {
    let line: number | undefined = from;
    const startsHere = (at: number) =>
      indentOf(text.slice(at, lineEnd(text, at))) === column && text[at + column] === '-';
    while (line !== undefined && !startsHere(line)) line = nextLine(text, line);
    if (line === undefined || line + column >= item.start + 1) return undefined;
    const last = Math.max(lastCharacter(text, item), line + column + 1);
    const end = endWithComments(text, last, column);
    blocks.push({
      above: commentsAbove(text, line, lowest, isOurs),
      item: { start: line + column, end },
      behind: nothingAt(end),
    });
    const next = nextLine(text, end);
    lowest = next ?? text.length;
    from = lowest;
  }
  return blocks;
}

/** The blocks of what stands in brackets: comments move where each part has its lines to itself. */
export function bracketedBlocks(
  text: string,
  start: number,
  parts: readonly Extent[],
): readonly ItemBlock[] {
  const isComment = (line: string) => /^[ \t]*(#|\/\/|\/\*.*\*\/[ \t]*$)/.test(line);
  const rests = parts.map(({ end }) => text.slice(end, lineEnd(text, end)));
  const behindPattern = /^((?:[ \t]*,)?)([ \t]*(?:#.*|\/\/.*|\/\*[^*]*\*\/[ \t]*)?)$/;
  const endLines = rests.every((rest) => behindPattern.test(rest));
  const startLines = parts.every(
    (part) => text.slice(lineStart(text, part.start), part.start).trim() === '',
  );
  return parts.map((part, index) => {
    const own = behindPattern.exec(rests[index] ?? '');
    const behindStart = part.end + (own?.[1]?.length ?? 0);
    const line = lineStart(text, part.start);
    const previous = parts[index - 1]?.end ?? start;
    const lowest = nextLine(text, previous) ?? line;
    return {
      above: startLines ? commentsAbove(text, line, lowest, isComment) : nothingAt(part.start),
      item: { start: part.start, end: part.end },
      behind: endLines ? { start: behindStart, end: lineEnd(text, part.end) } : nothingAt(part.end),
    };
  });
}

/**
 * The parts of the text that belong to each item of a list, comments included; nothing where the
 * list is written in a way that can't be taken apart by lines. A comment directly above an item, one
 * behind it and deeper ones below it are its own; one set off by an empty line stays where it is.
 */
export function itemBlocks(text: string, list: ListTree): readonly ItemBlock[] | undefined {
  return text[list.start] === '['
    ? bracketedBlocks(text, list.start, list.items)
    : dashedBlocks(text, list);
}
