import type { ListTree, Tree } from '../../source/tree.ts';
import { indentOf, lineEnd, lineStart, nextLine } from './lines.ts';

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** What belongs to an item of a list in the text: its comments move with it. */
export interface ItemBlock {
  /** The comment lines directly above, line ends included; empty where there are none. */
  readonly above: Extent;
  readonly item: Extent;
  /** The comment behind it on its last line; empty where there is none or where it can't be moved. */
  readonly behind: Extent;
}

const nothingAt = (offset: number): Extent => ({ start: offset, end: offset });

/** Just behind the last character of a value; readers let block values end behind their comments. */
function lastCharacter(text: string, tree: Tree): number {
  let here = tree;
  for (;;) {
    const isBracketed = '{[*'.includes(text[here.start] ?? ' ');
    if (here.kind === 'scalar' || isBracketed) {
      const written = text.slice(here.start, here.end);
      return here.end - (/\r?\n$/.exec(written)?.[0].length ?? 0);
    }
    if (here.kind === 'list') {
      const last = here.items.at(-1);
      if (last === undefined) return here.end;
      here = last;
    } else {
      const last = here.fields.at(-1);
      if (last === undefined) return here.end;
      if (last.value.start === last.value.end) return last.nameExtent.end;
      here = last.value;
    }
  }
}

/** The run of comment lines that ends directly above a line. */
function commentsAbove(
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

/** The blocks of `- item` lists: every item begins at a dash that stands first on its line. */
function dashedBlocks(text: string, list: ListTree): readonly ItemBlock[] | undefined {
  const dash = list.start;
  const column = dash - lineStart(text, dash);
  if (text[dash] !== '-' || indentOf(text.slice(dash - column, dash)) !== column) return undefined;
  const isOurs = (line: string) => /^[ \t]*#/.test(line) && indentOf(line) <= column;
  const isInside = (line: string) => /^[ \t]*#/.test(line) && indentOf(line) > column;
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
    let end = lineEnd(text, Math.max(lastCharacter(text, item), line + column + 1));
    for (;;) {
      const next = nextLine(text, end);
      if (next === undefined || !isInside(text.slice(next, lineEnd(text, next)))) break;
      end = lineEnd(text, next);
    }
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

/** The blocks of `[item, item]` lists: comments move where each item has its lines to itself. */
function bracketedBlocks(text: string, list: ListTree): readonly ItemBlock[] {
  const isComment = (line: string) => /^[ \t]*(#|\/\/|\/\*.*\*\/[ \t]*$)/.test(line);
  const rests = list.items.map(({ end }) => text.slice(end, lineEnd(text, end)));
  const behindPattern = /^((?:[ \t]*,)?)([ \t]*(?:#.*|\/\/.*|\/\*[^*]*\*\/[ \t]*)?)$/;
  const endLines = rests.every((rest) => behindPattern.test(rest));
  const startLines = list.items.every(
    ({ start }) => text.slice(lineStart(text, start), start).trim() === '',
  );
  return list.items.map((item, index) => {
    const own = behindPattern.exec(rests[index] ?? '');
    const behindStart = item.end + (own?.[1]?.length ?? 0);
    const line = lineStart(text, item.start);
    const previous = list.items[index - 1]?.end ?? list.start;
    const lowest = nextLine(text, previous) ?? line;
    return {
      above: startLines ? commentsAbove(text, line, lowest, isComment) : nothingAt(item.start),
      item: { start: item.start, end: item.end },
      behind: endLines ? { start: behindStart, end: lineEnd(text, item.end) } : nothingAt(item.end),
    };
  });
}

/**
 * The parts of the text that belong to each item of a list, comments included; nothing where the
 * list is written in a way that can't be taken apart by lines. A comment directly above an item, one
 * behind it and deeper ones below it are its own; one set off by an empty line stays where it is.
 */
export function itemBlocks(text: string, list: ListTree): readonly ItemBlock[] | undefined {
  return text[list.start] === '[' ? bracketedBlocks(text, list) : dashedBlocks(text, list);
}
