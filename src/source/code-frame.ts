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

/** How many columns a text takes where it is shown; a terminal gives some signs two. */
export type WidthOf = (text: string) => number;

/**
 * The line of a place with one line before it and carets under the place, each line numbered:
 *
 *     12 |   main:
 *     13 |     to: nowhere
 *        |         ^^^^^^^
 */
export function codeFrame(
  source: Source,
  place: Place,
  widthOf: WidthOf = (text) => text.length,
): string {
  const { line, column } = place.start;
  const gutter = String(line).length;
  const text = lineText(source, line);
  const from = column - 1;
  const cutFrom = Math.max(0, Math.min(from - 30, text.length - widestLine));
  const shown = (content: string) =>
    printable(content.slice(cutFrom, cutFrom + widestLine)).trimEnd();
  const end = place.end.line === line ? place.end.column - 1 : text.length;
  const marked = printable(text.slice(from, Math.min(end, cutFrom + widestLine)));
  const indent = ' '.repeat(widthOf(printable(text.slice(cutFrom, from))));
  const rows = [
    ...(line > 1
      ? [`${String(line - 1).padStart(gutter)} | ${shown(lineText(source, line - 1))}`]
      : []),
    `${line} | ${shown(text)}`,
    `${' '.repeat(gutter)} | ${indent}${'^'.repeat(Math.max(1, widthOf(marked)))}`,
  ];
  return rows.map((row) => row.trimEnd()).join('\n');
}
