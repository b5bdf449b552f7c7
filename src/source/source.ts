/** A text that the user gave, with the name it is reported under. */
export interface Source {
  /** The path as the user wrote it; `-` for standard input. */
  readonly path: string;
  readonly text: string;
}

/** A position in a text, as editors count: lines and UTF-16 columns, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** A span in a named text: what every finding points at. */
export interface Place extends Span {
  readonly path: string;
}

const lineTables = new WeakMap<Source, readonly number[]>();

/** The offset at which each line of the text begins; CRLF, LF and lone CR all end a line. */
function lineStarts(source: Source): readonly number[] {
  const known = lineTables.get(source);
  if (known !== undefined) return known;
  const starts = [0];
  for (const match of source.text.matchAll(/\r\n|\n|\r/g))
    starts.push(match.index + match[0].length);
  lineTables.set(source, starts);
  return starts;
}

/** The line and column of an offset into the text. Offsets behind the end give the end. */
export function positionAt(source: Source, offset: number): Position {
  const starts = lineStarts(source);
  const wanted = Math.min(Math.max(offset, 0), source.text.length);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: wanted - (starts[low] ?? 0) + 1 };
}

/** The place between two offsets. */
export function placeBetween(source: Source, start: number, end: number): Place {
  return { path: source.path, start: positionAt(source, start), end: positionAt(source, end) };
}

/** The text of one line, counted from 1, without its line end. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source);
  const from = starts[line - 1];
  if (from === undefined) return '';
  return source.text.slice(from, starts[line] ?? source.text.length).replace(/[\r\n]+$/, '');
}

/** Orders places by path, then line, then column: the order in which findings are told. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.start.line - b.start.line || a.start.column - b.start.column;
}
