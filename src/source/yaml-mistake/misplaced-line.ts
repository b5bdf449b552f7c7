import type { Extent } from '../tree.ts';
import type { Mistake } from './mistake.ts';
import { lineAt, quoted } from './spot.ts';

/** Signs that look like the dash of a list. */
const otherDash = /^[‐-―−•·](?=\s)/u;
const dashOnly = /^-[^\s-]/;

/** The words of a line; nothing where it holds only blanks or a comment. */
export function wordsOf(text: string, { start, end }: Extent): Extent | undefined {
  const line = text.slice(start, end);
  const indent = line.length - line.trimStart().length;
  const isEmpty = indent === line.length || line[indent] === '#';
  return isEmpty ? undefined : { start: start + indent, end: start + line.trimEnd().length };
}

/** Where lines can begin to go on with what stands in this one: behind its dashes, and at them. */
function columnsOf(text: string, line: Extent, words: Extent): readonly number[] {
  const columns = [words.start - line.start];
  for (let at = words.start; text[at] === '-' && text[at + 1] === ' ';) {
    at += 1;
    while (text[at] === ' ') at += 1;
    columns.unshift(at - line.start);
  }
  return columns;
}

interface Above {
  /** Spaces that a line here can begin with, the fewest first. */
  readonly columns: readonly number[];
  /** The line before, where it has words. */
  readonly last: Extent | undefined;
}

/** What the lines above let a line begin with. */
function lookAbove(text: string, lineStart: number): Above {
  const columns: number[] = [];
  let last: Extent | undefined;
  for (let from = lineStart; from > 0 && columns[0] !== 0;) {
    const line = lineAt(text, from - 1);
    const words = wordsOf(text, line);
    last ??= words;
    for (const column of words === undefined ? [] : columnsOf(text, line, words))
      if (column < (columns[0] ?? Infinity)) columns.unshift(column);
    from = line.start;
  }
  return { columns, last };
}

const spaces = (count: number): string => (count === 1 ? '1 space' : `${count} spaces`);

/** What is wrong with a dash, or with what was meant as one; nothing where a line has no such thing. */
export function wrongDash(text: string, words: Extent): Mistake | undefined {
  const line = text.slice(words.start, words.end);
  const help = 'Begin it with "-" and a space.';
  const at = { start: words.start, end: words.start + 1 };
  if (dashOnly.test(line))
    return { at, message: 'The dash of this list item has no space after it.', help };
  if (!otherDash.test(line)) return undefined;
  return { at, message: `A list item can't begin with "${line.slice(0, 1)}".`, help };
}

/** The first line with words, from that of an offset on. */
function wordsFrom(
  text: string,
  offset: number,
): { readonly line: Extent; readonly words: Extent } {
  const first = lineAt(text, offset);
  for (let line = first; line.end <= text.length; line = lineAt(text, line.end + 1)) {
    const words = wordsOf(text, line);
    if (words !== undefined) return { line, words };
    if (line.end === text.length) break;
  }
  return { line: first, words: first };
}

/** A line that is indented like nothing above it. */
export function misplacedLine(text: string, offset: number): Mistake {
  const { line, words } = wordsFrom(text, offset);
  const { columns, last } = lookAbove(text, line.start);
  const dash = last === undefined ? undefined : wrongDash(text, last);
  if (dash !== undefined) return dash;
  const own = words.start - line.start;
  const near = [columns.findLast((one) => one < own), columns.find((one) => one > own)];
  const fitting = near.filter((one) => one !== undefined);
  const indented = own === 0 ? "isn't indented" : `is indented by ${spaces(own)}`;
  const like = fitting.map((one) => (one === fitting.at(-1) ? spaces(one) : `${one}`)).join(' or ');
  // A list among fields stands where fields may: its depth is right, and yet it doesn't fit.
  if (columns.includes(own)) {
    const isItem = /^-(?:\s|$)/.test(text.slice(words.start, words.end));
    return {
      at: words,
      message: isItem
        ? 'This list item is where a field is expected.'
        : `"${quoted(text, words)}" is where a list item is expected.`,
      help: `Indent it like what it belongs to${isItem ? '' : ', or begin it with "- "'}.`,
    };
  }
  const by =
    like === '' ? 'like the lines around it' : `by ${like}, like the lines that it belongs to`;
  return {
    at: words,
    message: `This line ${indented}, and no line above fits that.`,
    help: `Indent it ${by}, or correct those.`,
  };
}
