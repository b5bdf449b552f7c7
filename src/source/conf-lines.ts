import type { Finding } from './finding.ts';
import type { Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';

/** A part of a line that counts: from `start` to `end` in the source. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** What is left of a line without its comments and escapes, and where each character stands. */
export interface ConfLine {
  readonly text: string;
  readonly offsets: (index: number) => number;
}

function joined(source: string, pieces: readonly Piece[]): ConfLine {
  const [first, second] = pieces;
  if (first === undefined) return { text: '', offsets: () => 0 };
  if (second === undefined) {
    const { start, end } = first;
    return {
      text: source.slice(start, end),
      offsets: (index) => Math.min(start + index, end),
    };
  }
  const starts = pieces.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, index) => start + index),
  );
  const last = pieces.at(-1)?.end ?? 0;
  return {
    text: pieces.map(({ start, end }) => source.slice(start, end)).join(''),
    offsets: (index) => starts[index] ?? last,
  };
}

/**
 * The lines of a configuration file of Asterisk, without comments: `;` up to the end of the line,
 * `;--` to `--;` over any number of lines and nested, `\;` for a semicolon that is none.
 * https://docs.asterisk.org/Fundamentals/Asterisk-Configuration/Asterisk-Configuration-Files/
 */
export function confLines(source: Source): {
  readonly lines: readonly ConfLine[];
  readonly findings: readonly Finding[];
} {
  const { text } = source;
  const lines: ConfLine[] = [];
  const findings: Finding[] = [];
  /** Where the block comments that are still open begin. */
  const open: number[] = [];

  /** The next semicolon of the text, looked for once however many lines have none. */
  let semicolon = text.indexOf(';');

  const readLine = (lineStart: number, lineEnd: number): void => {
    const pieces: Piece[] = [];
    let start = lineStart;
    const keep = (end: number) => {
      if (open.length === 0 && end > start) pieces.push({ start, end });
    };
    if (semicolon !== -1 && semicolon < lineStart) semicolon = text.indexOf(';', lineStart);
    let at = semicolon;
    for (; at !== -1 && at < lineEnd; at = text.indexOf(';', at + 1)) {
      if (at > start && text[at - 1] === '\\') {
        keep(at - 1);
        start = at;
      } else if (text.startsWith(';--', at) && text[at + 3] !== '-') {
        keep(at);
        open.push(at);
        start = at + 3;
        at += 2;
      } else if (at >= start + 2 && text.startsWith('--;', at - 2) && open.length > 0) {
        open.pop();
        start = at + 1;
      } else if (open.length === 0) {
        if (at >= start + 2 && text.startsWith('--;', at - 2)) {
          const extent = { start: at - 2, end: at + 1 };
          const message = 'This ends a comment that nothing began.';
          findings.push(
            syntaxFinding(source, extent, message, 'Begin the comment with ";--", or remove this.'),
          );
        }
        keep(at);
        start = lineEnd;
        break;
      }
    }
    keep(lineEnd);
    if (pieces.length > 0) lines.push(joined(text, pieces));
  };

  let lineStart = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    readLine(lineStart, index);
    lineStart = index + lineBreak.length;
  }
  readLine(lineStart, text.length);
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    const extent = { start: unclosed, end: unclosed + 3 };
    const message = 'This comment is never ended, so everything below it counts as a comment.';
    findings.push(syntaxFinding(source, extent, message, 'End it with "--;".'));
  }
  return { lines, findings };
}
