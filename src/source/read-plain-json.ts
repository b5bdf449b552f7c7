import type { OffsetMap } from './embedded-text.ts';
import { notPlain, refuse } from './flow-line.ts';
import { deepestNesting, mostValues } from './read-result.ts';
import { createTextPool } from './text-pool.ts';
import type { Extent, Field, Tree } from './tree.ts';

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

/** A list or a map that isn't closed yet. */
interface OpenTree {
  readonly isMap: boolean;
  readonly start: number;
  /** Where its own fields or items begin among all that wait. */
  readonly from: number;
  /** The field whose value comes next. */
  name: string;
  nameExtent: Extent;
}

const nowhere: Extent = { start: 0, end: 0 };
const endOf = ({ isMap }: OpenTree): number => (isMap ? closeBrace : closeBracket);

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
  /** Fields and items of all that isn't closed yet: what they become has no room to spare. */
  const fields: Field[] = [];
  const items: Tree[] = [];
  let [openFields, openItems] = [0, 0];
  const waiting: OpenTree[] = [];
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

  /** The name of a field, which ends with its colon. */
  const nameAt = (map: OpenTree): void => {
    if (skipBlanks() !== quote) refuse();
    const start = offsets(here);
    const name = quoted();
    map.name = name;
    map.nameExtent = { start, end: offsets(here) };
    if (name === '__proto__') refuse();
    for (let index = map.from; index < openFields && index - map.from <= fewFields; index += 1) {
      if (fields[index]?.name === name) refuse();
    }
    if (skipBlanks() !== colon) refuse();
    here += 1;
  };

  /** Steps behind a value: true where another one follows, false where its list or map ends. */
  const goesOn = (close: number): boolean => {
    const code = skipBlanks();
    here += 1;
    if (code === close) return false;
    values += 1;
    return (code === comma && values <= mostValues) || refuse();
  };

  const open = (isMap: boolean): OpenTree => {
    const start = offsets(here);
    here += 1;
    values += 1;
    if (waiting.length >= deepestNesting || values > mostValues) refuse();
    return { isMap, start, from: isMap ? openFields : openItems, name: '', nameExtent: nowhere };
  };

  const close = ({ isMap, start, from }: OpenTree): Tree => {
    const end = offsets(here);
    if (!isMap) {
      const own = items.slice(from, openItems);
      openItems = from;
      return { kind: 'list', start, end, items: own };
    }
    const own = fields.slice(from, openFields);
    openFields = from;
    if (own.length > fewFields && new Set(own.map(({ name }) => name)).size < own.length) refuse();
    return { kind: 'map', start, end, fields: own };
  };

  const put = (parent: OpenTree, value: Tree): void => {
    if (parent.isMap) {
      const { name, nameExtent } = parent;
      fields[openFields] = { name, nameExtent, value };
      openFields += 1;
    } else {
      items[openItems] = value;
      openItems += 1;
    }
  };

  const scalar = (code: number): Tree => {
    const start = offsets(here);
    if (code !== quote) return word(start);
    const value = quoted();
    return { kind: 'scalar', start, end: offsets(here), value };
  };

  /** The value that the text begins with; lists and maps in it wait for their parts, whatever their depth. */
  const whole = (): Tree => {
    let parent: OpenTree | undefined;
    for (;;) {
      // A value begins here, or the name before it.
      if (parent?.isMap === true) nameAt(parent);
      const code = skipBlanks();
      let value: Tree;
      if (code === openBrace || code === openBracket) {
        if (parent !== undefined) waiting.push(parent);
        parent = open(code === openBrace);
        if (skipBlanks() !== endOf(parent)) continue;
        here += 1;
        value = close(parent);
        parent = waiting.pop();
      } else value = scalar(code);
      // It has ended, and with it perhaps what it stands in.
      for (;;) {
        if (parent === undefined) return value;
        put(parent, value);
        if (goesOn(endOf(parent))) break;
        value = close(parent);
        parent = waiting.pop();
      }
    }
  };

  try {
    const tree = whole();
    skipBlanks();
    return here === text.length ? tree : undefined;
  } catch (refused) {
    if (refused !== notPlain) throw refused;
    return undefined;
  }
}
