import { checkNames, flowValueAt, notPlain, quotedAt, refuse } from './flow-line.ts';
import { plainScalarValue } from './plain-scalar.ts';
import type { Field, Tree } from './tree.ts';

/** A line with something on it. */
interface Line {
  readonly indent: number;
  /** Offset of the first character that is no blank. */
  readonly start: number;
  /** Offset of the line end. */
  readonly end: number;
}

const deepest = 20;
const keyPattern = /[A-Za-z_$][A-Za-z0-9_$-]*:(?= |\n|$)/y;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    let start = from;
    while (text.charCodeAt(start) === 32) start += 1;
    if (start < end && text[start] !== '#') lines.push({ indent: start - from, start, end });
    from = end + 1;
  }
  return lines;
}

/** Refuses when more than blanks and a comment follows on the line. */
function checkRest(text: string, from: number, lineEnd: number): void {
  let here = from;
  while (here < lineEnd && text.charCodeAt(here) === 32) here += 1;
  if (here < lineEnd && (text[here] !== '#' || here === from)) refuse();
}

function scalarOnLine(text: string, start: number, lineEnd: number): Tree {
  const line = text.slice(start, lineEnd);
  const comment = line.indexOf(' #');
  let length = comment < 0 ? line.length : comment;
  while (line.charCodeAt(length - 1) === 32) length -= 1;
  const words = line.slice(0, length);
  if (words.includes(': ') || words.endsWith(':')) refuse();
  const read = plainScalarValue(words) ?? refuse();
  return { kind: 'scalar', start, end: start + words.length, value: read.value };
}

function valueOnLine(text: string, start: number, lineEnd: number): Tree {
  const first = text[start];
  const isQuoted = first === '"' || first === "'";
  if (!isQuoted && first !== '{' && first !== '[') return scalarOnLine(text, start, lineEnd);
  const value = isQuoted ? quotedAt(text, start, lineEnd) : flowValueAt(text, start, lineEnd);
  checkRest(text, value.end, lineEnd);
  return value;
}

/** True where a line, from here on, holds nothing but a comment. */
function isDone(text: string, from: number, lineEnd: number): boolean {
  let here = from;
  while (here < lineEnd && text.charCodeAt(here) === 32) here += 1;
  return here === lineEnd || (text[here] === '#' && here > from);
}

const isDash = (text: string, { start }: Line): boolean =>
  text[start] === '-' && text[start + 1] === ' ';

/**
 * Reads YAML as most menus are written: maps and lists by indentation, brackets and texts that end on
 * their line, comments. Nothing where there is more to it (anchors, tags, blocks of text, values over
 * several lines, tabs, anything wrong): then the full reader tells what it is. What is read here, is
 * read exactly as the full reader does, several times faster.
 */
export function readPlainYaml(text: string): Tree | undefined {
  if (/[\t\r\ufeff]|^(?:---|\.\.\.|%)/m.test(text)) return undefined;
  const lines = linesOf(text);
  let next = 0;

  const block = (indent: number, depth: number): Tree => {
    const line = lines[next];
    if (line?.indent !== indent || depth > deepest) return refuse();
    return isDash(text, line) ? list(indent, depth) : map(indent, line.start, depth);
  };

  /** The value behind a key, on its line or below it. */
  const fieldValue = (from: number, { end }: Line, indent: number, depth: number): Tree => {
    next += 1;
    let start = from;
    while (text.charCodeAt(start) === 32) start += 1;
    if (!isDone(text, from, end)) return valueOnLine(text, start, end);
    const below = lines[next];
    if (below === undefined) return refuse();
    const isDeeper = below.indent > indent;
    if (!isDeeper && !(below.indent === indent && isDash(text, below))) return refuse();
    return block(below.indent, depth + 1);
  };

  /** A map of lines; `first` is where its first key stands, perhaps behind a dash. */
  const map = (indent: number, first: number, depth: number): Tree => {
    const fields: Field[] = [];
    for (let line = lines[next]; line !== undefined; line = lines[next]) {
      const start = fields.length === 0 ? first : line.start;
      if (fields.length > 0 && line.indent < indent) break;
      if (fields.length > 0 && line.indent > indent) refuse();
      keyPattern.lastIndex = start;
      if (!keyPattern.test(text)) refuse();
      const nameExtent = { start, end: keyPattern.lastIndex - 1 };
      const name = text.slice(start, nameExtent.end);
      const value = fieldValue(nameExtent.end + 1, line, indent, depth);
      fields.push({ name, nameExtent, value });
    }
    checkNames(fields);
    return { kind: 'map', start: first, end: fields.at(-1)?.value.end ?? first, fields };
  };

  const list = (indent: number, depth: number): Tree => {
    const start = lines[next]?.start ?? 0;
    const items: Tree[] = [];
    for (let line = lines[next]; line !== undefined; line = lines[next]) {
      if (line.indent < indent || (line.indent === indent && !isDash(text, line))) break;
      if (line.indent > indent) refuse();
      let at = line.start + 1;
      while (text.charCodeAt(at) === 32) at += 1;
      keyPattern.lastIndex = at;
      if (keyPattern.test(text)) items.push(map(indent + at - line.start, at, depth + 1));
      else {
        items.push(valueOnLine(text, at, line.end));
        next += 1;
      }
    }
    return { kind: 'list', start, end: items.at(-1)?.end ?? start, items };
  };

  try {
    const tree = block(0, 0);
    return next === lines.length ? tree : undefined;
  } catch (refused) {
    if (refused !== notPlain) throw refused;
    return undefined;
  }
}
