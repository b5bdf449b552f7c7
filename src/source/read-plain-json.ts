import type { OffsetMap } from './embedded-text.ts';
import { notPlain, refuse } from './flow-line.ts';
import { createJsonCursor, type JsonCursor } from './json-cursor.ts';
import { createOpenTrees, type OpenTree } from './open-trees.ts';
import { deepestNesting, mostValues } from './read-result.ts';
import type { Tree } from './tree.ts';

const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

const endOf = ({ isMap }: OpenTree): number => (isMap ? closeBrace : closeBracket);

/** The value that a text begins with. Lists and maps in it wait for their parts, however deep they lie. */
function readValue(cursor: JsonCursor): Tree {
  const trees = createOpenTrees();
  const waiting: OpenTree[] = [];
  let parent: OpenTree | undefined;
  let values = 0;

  /** The name of a field, which ends with its colon. */
  const nameField = (map: OpenTree): void => {
    if (cursor.skipBlanks() !== quote) refuse();
    const start = cursor.place();
    map.name = cursor.quoted();
    map.nameExtent = { start, end: cursor.place() };
    if (map.name === '__proto__' || !trees.mayName(map, map.name)) refuse();
    if (cursor.skipBlanks() !== colon) refuse();
    cursor.step();
  };
  const open = (isMap: boolean): OpenTree => {
    const start = cursor.place();
    cursor.step();
    values += 1;
    if (waiting.length >= deepestNesting || values > mostValues) refuse();
    return trees.open(isMap, start);
  };
  /** Closes a tree behind its last sign, and goes on with the one that it stands in. */
  const close = (tree: OpenTree): Tree => {
    parent = waiting.pop();
    return trees.close(tree, cursor.place()) ?? refuse();
  };
  const scalar = (code: number): Tree => {
    const start = cursor.place();
    const value = code === quote ? cursor.quoted() : cursor.word();
    return { kind: 'scalar', start, end: cursor.place(), value };
  };
  /** The value that begins here; nothing where that is a list or a map with parts, which opens. */
  const begun = (): Tree | undefined => {
    const code = cursor.skipBlanks();
    if (code !== openBrace && code !== openBracket) return scalar(code);
    if (parent !== undefined) waiting.push(parent);
    parent = open(code === openBrace);
    if (cursor.skipBlanks() !== endOf(parent)) return undefined;
    cursor.step();
    return close(parent);
  };
  /** Steps behind a value: true where another one follows, false where its list or map ends. */
  const goesOn = (end: number): boolean => {
    const code = cursor.skipBlanks();
    cursor.step();
    if (code === end) return false;
    values += 1;
    return (code === comma && values <= mostValues) || refuse();
  };
  /** Puts a value where it stands, and all that ends with it; what is in nothing else is the whole. */
  const putUp = (ended: Tree): Tree | undefined => {
    let value = ended;
    while (parent !== undefined) {
      trees.put(parent, value);
      if (goesOn(endOf(parent))) return undefined;
      value = close(parent);
    }
    return value;
  };

  for (;;) {
    if (parent?.isMap === true) nameField(parent);
    const value = begun();
    const whole = value === undefined ? undefined : putUp(value);
    if (whole !== undefined) return whole;
  }
}

/**
 * Reads JSON as programs write it: without comments and trailing commas, and with every name once in
 * its map. Nothing where anything is otherwise, or wrong: then the full reader tells what it is. What
 * is read here, is read exactly as the full reader does, several times faster.
 */
export function readPlainJson(text: string, offsets: OffsetMap): Tree | undefined {
  const cursor = createJsonCursor(text, offsets);
  try {
    const tree = readValue(cursor);
    cursor.skipBlanks();
    return cursor.isAtEnd() ? tree : undefined;
  } catch (refused) {
    if (refused !== notPlain) throw refused;
    return undefined;
  }
}
