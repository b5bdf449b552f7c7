import { Lexer } from 'yaml';
import type { Extent } from '../tree.ts';

/** What stands around a place in a text that is no YAML. */
export interface Spot extends Extent {
  readonly text: string;
  /** What the parser says of it: codes stand for several mistakes. */
  readonly said: string;
  /** Where the innermost bracket stands that is open here, or that lines too far left have ended. */
  readonly bracket: number | undefined;
  /** What ends here, or before here with nothing but blanks between: a quoted text, or a bracket. */
  readonly before: Extent | undefined;
}

/** Marks of the lexer that stand for no text: the begin of a document, of a text, the end of brackets. */
const unwritten: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);
const blank = /^[ \t\r\n]*$/;

/** Looks around a place, from the begin of the text on. */
export function spotAt(text: string, { start, end }: Extent, said: string): Spot {
  const brackets: number[] = [];
  let ended: number | undefined;
  let before: Extent | undefined;
  let at = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '\u0018') {
      ended ??= brackets.at(-1);
      brackets.length = 0;
    }
    if (unwritten.has(lexeme)) continue;
    if (at >= start) break;
    if (lexeme === '{' || lexeme === '[') brackets.push(at);
    else if (lexeme === '}' || lexeme === ']') brackets.pop();
    if (!blank.test(lexeme)) before = { start: at, end: at + lexeme.length };
    at += lexeme.length;
  }
  return { text, start, end, said, bracket: brackets.at(-1) ?? ended, before };
}

/** The line that an offset is on, without its line end. */
export function lineAt(text: string, offset: number): Extent {
  const isBreak = (at: number): boolean => text[at] === '\n' || text[at] === '\r';
  let start = offset;
  while (start > 0 && !isBreak(start - 1)) start -= 1;
  let end = offset;
  while (end < text.length && !isBreak(end)) end += 1;
  return { start, end };
}

/** From an offset to the end of its line, without the blanks and the comment at its end. */
export function restOfLine(text: string, offset: number): Extent {
  const line = text.slice(offset, lineAt(text, offset).end);
  const comment = line.indexOf(' #');
  const rest = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return { start: offset, end: offset + rest.length };
}

/** A part of a text as messages quote it: one line, not too long. */
export function quoted(text: string, { start, end }: Extent): string {
  const words = text.slice(start, end).trim().replace(/\s+/g, ' ');
  return words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words;
}
