import { fieldOf, type Field, type MapTree, type Tree } from './tree.ts';

/**
 * Reads a value that is plainly right, without what a schema does to tell what is wrong. Nothing for
 * any other: then the schema is the judge. What is read here, is read exactly as the schema does.
 */
export type PlainReader<Value> = (tree: Tree) => Value | undefined;

/** The reader of a field that may be left out. */
export interface OptionalReader<Value> {
  readonly optional: PlainReader<Value>;
}

/** A reader for every field of a shape: none may be forgotten, and none may be more. */
export type FieldReaders<Shape> = {
  readonly [Name in keyof Shape]-?: undefined extends Shape[Name]
    ? OptionalReader<Exclude<Shape[Name], undefined>>
    : PlainReader<Shape[Name]>;
};

export const optional = <Value>(reader: PlainReader<Value>): OptionalReader<Value> => ({
  optional: reader,
});

export const plainText: PlainReader<string> = (tree) =>
  tree.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined;

export const plainFlag: PlainReader<boolean> = (tree) =>
  tree.kind === 'scalar' && typeof tree.value === 'boolean' ? tree.value : undefined;

/** A text that a test lets through. */
export const plainTextThat =
  <Value extends string>(isRight: (text: string) => boolean): PlainReader<Value> =>
  (tree) => {
    const text = plainText(tree);
    return text !== undefined && isRight(text) ? (text as Value) : undefined;
  };

/** A text that isn't empty. */
export const plainWords = plainTextThat<string>((text) => text !== '');

/** One of some words. */
export function plainWord<const Word extends string>(words: readonly Word[]): PlainReader<Word> {
  const known: ReadonlySet<string> = new Set(words);
  return plainTextThat<Word>((text) => known.has(text));
}

/** A number from `least` on. */
export const plainNumber =
  (least: number): PlainReader<number> =>
  (tree) =>
    tree.kind === 'scalar' &&
    typeof tree.value === 'number' &&
    Number.isFinite(tree.value) &&
    tree.value >= least
      ? tree.value
      : undefined;

/** A whole number between two bounds. */
export const plainInteger =
  (least = -Infinity, most = Infinity): PlainReader<number> =>
  (tree) =>
    tree.kind === 'scalar' &&
    Number.isSafeInteger(tree.value) &&
    Number(tree.value) >= least &&
    Number(tree.value) <= most
      ? Number(tree.value)
      : undefined;

/** What the first reader takes, else the second. */
export const plainEither =
  <One, Other>(one: PlainReader<One>, other: PlainReader<Other>): PlainReader<One | Other> =>
  (tree) =>
    one(tree) ?? other(tree);

export function plainList<Item>(item: PlainReader<Item>): PlainReader<readonly Item[]> {
  return (tree) => {
    if (tree.kind !== 'list') return undefined;
    const items: Item[] = [];
    for (const one of tree.items) {
      const read = item(one);
      if (read === undefined) return undefined;
      items.push(read);
    }
    return items;
  };
}

/** A table of names and values. */
export function plainTable<Name extends string, Value>(
  isName: (name: string) => boolean,
  value: PlainReader<Value>,
): PlainReader<Readonly<Record<Name, Value>>> {
  return (tree) => {
    if (tree.kind !== 'map') return undefined;
    const table: Record<string, Value> = {};
    let count = 0;
    for (const field of tree.fields) {
      if (field.name === '__proto__' || !isName(field.name)) return undefined;
      const read = value(field.value);
      if (read === undefined) return undefined;
      table[field.name] = read;
      count += 1;
    }
    // Of a name that is written twice the first counts: the schema knows.
    const isWhole = count < 2 || Object.keys(table).length === count;
    return isWhole ? (table as Readonly<Record<Name, Value>>) : undefined;
  };
}

/** The shape that a field of its own names, such as a node by its `kind`. */
export function plainKind<Shape>(
  name: string,
  readers: Readonly<Record<string, PlainReader<Shape>>>,
): PlainReader<Shape> {
  const byKind = new Map(Object.entries(readers));
  return (tree) => {
    const kind = fieldOf(tree, name)?.value;
    if (kind?.kind !== 'scalar' || typeof kind.value !== 'string') return undefined;
    return byKind.get(kind.value)?.(tree);
  };
}

/** An object of known fields, in the order in which they are declared, whatever the order written. */
export function plainShape<Shape extends object>(fields: FieldReaders<Shape>): PlainReader<Shape> {
  const known = Object.entries<OptionalReader<unknown> | PlainReader<unknown>>(fields).map(
    ([name, reader], order) => ({
      name,
      order,
      read: typeof reader === 'function' ? reader : reader.optional,
      isRequired: typeof reader === 'function',
    }),
  );
  const byName = new Map(known.map((field) => [field.name, field]));
  const required = known.filter(({ isRequired }) => isRequired).length;

  const inOrder = ({ fields: written }: MapTree): readonly Field[] =>
    written.toSorted(
      (a, b) => (byName.get(a.name)?.order ?? -1) - (byName.get(b.name)?.order ?? -1),
    );

  const read = (written: readonly Field[], tree: MapTree): Shape | undefined => {
    const shape: Record<string, unknown> = {};
    let last = -1;
    let missing = required;
    for (const { name: writtenName, value } of written) {
      const field = byName.get(writtenName);
      if (field === undefined || field.order === last) return undefined;
      if (field.order < last) return read(inOrder(tree), tree);
      const part = field.read(value);
      if (part === undefined) return undefined;
      shape[field.name] = part;
      last = field.order;
      if (field.isRequired) missing -= 1;
    }
    return missing === 0 ? (shape as Shape) : undefined;
  };
  return (tree) => (tree.kind === 'map' ? read(tree.fields, tree) : undefined);
}
