import { plainScalarValue } from './plain-scalar.ts';
import type { Field, Tree } from './tree.ts';

/** Thrown where a text is more than plain, and caught where the plain reader begins. */
export const notPlain = Symbol('not plain');

const deepest = 20;
const namePattern = /[A-Za-z_$][A-Za-z0-9_$-]*/y;
const signs = new Set([',', '[', ']', '{', '}', ':', '#'].map((sign) => sign.charCodeAt(0)));
const endsPlain = (code: number): boolean => signs.has(code);

/** Refuses: the full reader knows what this is. */
export function refuse(): never {
  // No error is made: this is a way out, and stacks cost more than reading the line.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw notPlain;
}

/** A quoted scalar that ends on its line. */
export function quotedAt(text: string, start: number, lineEnd: number): Tree {
  if (text[start] === "'") {
    let end = start + 1;
    for (;;) {
      end = text.indexOf("'", end);
      if (end < 0 || end >= lineEnd) refuse();
      if (text[end + 1] !== "'") break;
      end += 2;
    }
    const value = text.slice(start + 1, end).replaceAll("''", "'");
    return { kind: 'scalar', start, end: end + 1, value };
  }
  let end = start + 1;
  let hasEscapes = false;
  for (; ; end += 1) {
    if (end >= lineEnd) refuse();
    const character = text[end];
    if (character === '"') break;
    if (character !== '\\') continue;
    hasEscapes = true;
    end += 1;
    if (!'"\\/bfnrtu'.includes(text[end] ?? ' ')) refuse();
  }
  const raw = text.slice(start, end + 1);
  if (!hasEscapes) return { kind: 'scalar', start, end: end + 1, value: raw.slice(1, -1) };
  if (/\\u(?![0-9a-fA-F]{4})/.test(raw)) refuse();
  return { kind: 'scalar', start, end: end + 1, value: JSON.parse(raw) as string };
}

const blanksEnd = (text: string, from: number): number => {
  let here = from;
  while (text[here] === ' ') here += 1;
  return here;
};

/** A plain scalar inside brackets, up to the sign that ends it. */
function plainAt(text: string, start: number, lineEnd: number): Tree {
  let end = start;
  while (end < lineEnd && !endsPlain(text.charCodeAt(end))) end += 1;
  if (end >= lineEnd || text[end] === ':' || text[end] === '#') refuse();
  while (text[end - 1] === ' ') end -= 1;
  const read = plainScalarValue(text.slice(start, end)) ?? refuse();
  return { kind: 'scalar', start, end, value: read.value };
}

function fieldAt(text: string, start: number, lineEnd: number, depth: number): Field {
  const isQuoted = text[start] === '"' || text[start] === "'";
  let nameEnd = start;
  let name: string;
  if (isQuoted) {
    const quoted = quotedAt(text, start, lineEnd);
    nameEnd = quoted.end;
    name = String(quoted.kind === 'scalar' ? quoted.value : '');
  } else {
    namePattern.lastIndex = start;
    if (!namePattern.test(text)) refuse();
    nameEnd = namePattern.lastIndex;
    name = text.slice(start, nameEnd);
  }
  if (text[nameEnd] !== ':' || text[nameEnd + 1] !== ' ') refuse();
  const value = flowValueAt(text, blanksEnd(text, nameEnd + 1), lineEnd, depth);
  return { name, nameExtent: { start, end: nameEnd }, value };
}

const fewFields = 8;

function isNamedBefore(fields: readonly Field[], end: number, name: string): boolean {
  for (let index = 0; index < end; index += 1) if (fields[index]?.name === name) return true;
  return false;
}

/** Refuses a field that is written twice, and `__proto__`: they are findings. */
export function checkNames(fields: readonly Field[]): void {
  // Most maps have few fields: comparing each with those before it is quicker than a set of their names.
  const known = fields.length > fewFields ? new Set<string>() : undefined;
  for (const [position, { name }] of fields.entries()) {
    if (name === '__proto__' || known?.has(name) === true) refuse();
    if (known !== undefined) known.add(name);
    else if (isNamedBefore(fields, position, name)) refuse();
  }
}

/** A value inside brackets, or the brackets themselves, on one line. */
export function flowValueAt(text: string, start: number, lineEnd: number, depth = 0): Tree {
  const first = text[start];
  if (first === '"' || first === "'") return quotedAt(text, start, lineEnd);
  if (first !== '{' && first !== '[') return plainAt(text, start, lineEnd);
  if (depth > deepest) refuse();
  const isMap = first === '{';
  const close = isMap ? '}' : ']';
  const fields: Field[] = [];
  const items: Tree[] = [];
  let here = blanksEnd(text, start + 1);
  if (text[here] !== close) {
    for (;;) {
      if (here >= lineEnd) refuse();
      const part = isMap ? fieldAt(text, here, lineEnd, depth + 1) : undefined;
      const value = part?.value ?? flowValueAt(text, here, lineEnd, depth + 1);
      if (part === undefined) items.push(value);
      else fields.push(part);
      here = blanksEnd(text, value.end);
      if (text[here] === close) break;
      if (text[here] !== ',' || text[here + 1] !== ' ') refuse();
      here = blanksEnd(text, here + 1);
    }
  }
  checkNames(fields);
  const end = here + 1;
  return isMap ? { kind: 'map', start, end, fields } : { kind: 'list', start, end, items };
}
