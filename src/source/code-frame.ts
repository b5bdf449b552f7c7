import { lineText, type Place, type Source } from './source.ts';

/** Longer lines are cut around the place, so that one-line JSON stays readable. */
const widestLine = 100;

/** Characters that would move the cursor or hide text in a terminal. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes text of a user's file safe to print: control and direction characters become `·`. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(unprintable, '·');
}

/**
 * The line of a place with one line before it and carets under the place, each line numbered:
 *
 *     12 |   main:
 *     13 |     to: nowhere
 *        |         ^^^^^^^
 */
export function codeFrame(source: Source, place: Place): string {
  const { line, column } = place.start;
  const gutter = String(line).length;
  const text = lineText(source, line);
  const cutFrom = Math.max(0, Math.min(column - 1 - 30, text.length - widestLine));
  const shown = (content: string, from: number) =>
    printable(content.slice(from, from + widestLine)).trimEnd();
  const endColumn = place.end.line === line ? place.end.column : text.length + 1;
  const carets = Math.max(1, Math.min(endColumn - column, widestLine - (column - 1 - cutFrom)));
  const before =
    line > 1
      ? [`${String(line - 1).padStart(gutter)} | ${shown(lineText(source, line - 1), cutFrom)}`]
      : [];
  return [
    ...before,
    `${String(line)} | ${shown(text, cutFrom)}`,
    `${' '.repeat(gutter)} | ${' '.repeat(column - 1 - cutFrom)}${'^'.repeat(carets)}`,
  ]
    .map((row) => row.trimEnd())
    .join('\n');
}
