import type { OffsetMap } from './embedded-text.ts';
import { notPlain, refuse } from './flow-line.ts';
import { deepestNesting, mostValues } from './read-result.ts';
import { createTextPool } from './text-pool.ts';
import type { Field, Tree } from './tree.ts';

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Up to so many fields, comparing each with those before it is quicker than a set of their names. */
const fewFields = 16;

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

const words: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const wordPattern = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function unescaped(raw: string): string {
  try {
    return JSON.parse(raw) as string;
  } catch {
    return refuse();
  }
}

/**
 * Reads JSON as programs write it: without comments and trailing commas, and with every name once in
 * its map. Nothing where anything is otherwise, or wrong: then the full reader tells what it is. What
 * is read here, is read exactly as the full reader does, several times faster.
 */
export function readPlainJson(text: string, offsets: OffsetMap): Tree | undefined {
  const pool = createTextPool(text);
  /** Fields and items of all that isn't closed yet: the lists made of them have no room to spare. */
  const fields: Field[] = [];
  const items: Tree[] = [];
  let [openFields, openItems] = [0, 0];
  let here = 0;
  let values = 0;

  const skipBlanks = (): number => {
    let code = text.charCodeAt(here);
    while (isBlank(code)) {
      here += 1;
      code = text.charCodeAt(here);
    }
    return code;
  };

  const escapedText = (start: number): string => {
    let end = here;
    while (text.charCodeAt(end) !== quote) {
      if (end >= text.length) refuse();
      end += text.charCodeAt(end) === backslash ? 2 : 1;
    }
    here = end + 1;
    return unescaped(text.slice(start - 1, here));
  };

  /** The text between quotes, the first of which stands here. */
  const quoted = (): string => {
    const start = here + 1;
    let end = start;
    let hash = 0;
    for (let code = text.charCodeAt(end); code !== quote; code = text.charCodeAt(end)) {
      if (code === backslash) {
        here = end;
        return escapedText(start);
      }
      // Neither a control character nor the end of the text, which is no number.
      if (!(code >= 32)) refuse();
      hash = (Math.imul(hash, 31) + code) | 0;
      end += 1;
    }
    here = end + 1;
    return pool(start, end, hash);
  };

  const word = (start: number): Tree => {
    wordPattern.lastIndex = here;
    if (!wordPattern.test(text)) refuse();
    const written = text.slice(here, wordPattern.lastIndex);
    here = wordPattern.lastIndex;
    const known = words.get(written);
    const value = known === undefined ? Number(written) : known;
    return { kind: 'scalar', start, end: offsets(here), value };
  };

  const checkName = (name: string, from: number): void => {
    if (name === '__proto__') refuse();
    if (openFields - from > fewFields) return;
    for (let index = from; index < openFields; index += 1) {
      if (fields[index]?.name === name) refuse();
    }
  };

  /** Steps behind a value: true where another one follows, false where its list or map ends. */
  const goesOn = (close: number): boolean => {
    const code = skipBlanks();
    here += 1;
    if (code === close) return false;
    values += 1;
    return (code === comma && values <= mostValues) || refuse();
  };

  const open = (depth: number): void => {
    here += 1;
    values += 1;
    if (depth > deepestNesting || values > mostValues) refuse();
  };

  const map = (start: number, depth: number): Tree => {
    open(depth);
    const from = openFields;
    let hasMore = skipBlanks() !== closeBrace;
    if (!hasMore) here += 1;
    while (hasMore) {
      if (skipBlanks() !== quote) refuse();
      const nameStart = offsets(here);
      const name = quoted();
      const nameExtent = { start: nameStart, end: offsets(here) };
      checkName(name, from);
      if (skipBlanks() !== colon) refuse();
      here += 1;
      const value = valueHere(depth);
      fields[openFields] = { name, nameExtent, value };
      openFields += 1;
      hasMore = goesOn(closeBrace);
    }
    const own = fields.slice(from, openFields);
    openFields = from;
    if (own.length > fewFields && new Set(own.map(({ name }) => name)).size < own.length) refuse();
    return { kind: 'map', start, end: offsets(here), fields: own };
  };

  const list = (start: number, depth: number): Tree => {
    open(depth);
    const from = openItems;
    let hasMore = skipBlanks() !== closeBracket;
    if (!hasMore) here += 1;
    while (hasMore) {
      const value = valueHere(depth);
      items[openItems] = value;
      openItems += 1;
      hasMore = goesOn(closeBracket);
    }
    const own = items.slice(from, openItems);
    openItems = from;
    return { kind: 'list', start, end: offsets(here), items: own };
  };

  const valueHere = (depth: number): Tree => {
    const code = skipBlanks();
    const start = offsets(here);
    if (code === quote) {
      const value = quoted();
      return { kind: 'scalar', start, end: offsets(here), value };
    }
    if (code === openBrace) return map(start, depth + 1);
    return code === openBracket ? list(start, depth + 1) : word(start);
  };

  try {
    const tree = valueHere(0);
    skipBlanks();
    return here === text.length ? tree : undefined;
  } catch (refused) {
    if (refused !== notPlain) throw refused;
    return undefined;
  }
}
