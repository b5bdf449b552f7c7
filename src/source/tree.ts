import { placeBetween, type Place, type Source } from './source.ts';

/** A document as it was written: every value with its offsets, every field in its order. */
export type Tree = ScalarTree | ListTree | MapTree;

/** From the first character to just behind the last, as offsets into a source. */
export interface Extent {
  /** Offset of the first character in the source. */
  readonly start: number;
  /** Offset just behind the last character. */
  readonly end: number;
}

export interface ScalarTree extends Extent {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface ListTree extends Extent {
  readonly kind: 'list';
  readonly items: readonly Tree[];
}

export interface MapTree extends Extent {
  readonly kind: 'map';
  readonly fields: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly nameExtent: Extent;
  readonly value: Tree;
}

/** A way from the root of a document to a value: field names and list positions. */
export type Path = readonly (string | number)[];

/** Whether the name of a field or its value is meant. */
export type Aim = 'key' | 'value';

/**
 * Where each name stands among the fields of a map. Positions, not fields: until the next full collection
 * a weak map keeps the values even of keys that are gone, and fields would keep their whole document.
 */
const fieldIndexes = new WeakMap<MapTree, ReadonlyMap<string, number>>();
/** Below so many fields looking at each of them is quicker than a table of their names. */
const fewFields = 16;

function positionsByName({ fields }: MapTree): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [position, { name }] of fields.entries())
    if (!index.has(name)) index.set(name, position);
  return index;
}

/** The first field of that name, or nothing. In constant time, however many fields there are. */
export function fieldOf(tree: Tree | undefined, name: string): Field | undefined {
  if (tree?.kind !== 'map') return undefined;
  if (tree.fields.length < fewFields) {
    // Imports ask this more often than anything else: a closure each time would cost them.
    for (const field of tree.fields) if (field.name === name) return field;
    return undefined;
  }
  let index = fieldIndexes.get(tree);
  if (index === undefined) {
    index = positionsByName(tree);
    fieldIndexes.set(tree, index);
  }
  const position = index.get(name);
  return position === undefined ? undefined : tree.fields[position];
}

/** The value below a path, or nothing when the path leaves the document. */
export function treeAt(tree: Tree, path: Path): Tree | undefined {
  let here = tree;
  for (const step of path) {
    const below =
      typeof step === 'number' && here.kind === 'list'
        ? here.items[step]
        : fieldOf(here, String(step))?.value;
    if (below === undefined) return undefined;
    here = below;
  }
  return here;
}

/** The offsets of a path, or nothing when the path leaves the document. */
export function extentAt(tree: Tree, path: Path, aim: Aim): Extent | undefined {
  const last = path.at(-1);
  if (aim === 'key' && typeof last === 'string') {
    const parent = treeAt(tree, path.slice(0, -1));
    return fieldOf(parent, last)?.nameExtent;
  }
  return treeAt(tree, path);
}

/** Where the values of a document stand. */
export interface Places {
  /** The place of a path; where the path leaves the document, that of its closest ancestor. */
  at(path: Path, aim?: Aim): Place;
  /** True when the path itself is written in the document. */
  has(path: Path): boolean;
  /** The names of the fields at a path, in the order in which they are written; none in imports. */
  fields(path: Path): readonly string[];
}

/** The places of a document that was read into a tree. */
export function placesOf(source: Source, tree: Tree): Places {
  return {
    at(path, aim = 'value') {
      for (let length = path.length; length >= 0; length -= 1) {
        const part = path.slice(0, length);
        const extent = extentAt(tree, part, length === path.length ? aim : 'key');
        if (extent !== undefined) return placeBetween(source, extent.start, extent.end);
      }
      return placeBetween(source, 0, 0);
    },
    has: (path) => treeAt(tree, path) !== undefined,
    fields(path) {
      const there = treeAt(tree, path);
      return there?.kind === 'map' ? there.fields.map(({ name }) => name) : [];
    },
  };
}

/** The plain value of a tree. Of two fields with one name the first counts. */
export function valueOf(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value;
    case 'list':
      return tree.items.map(valueOf);
    case 'map': {
      const value: Record<string, unknown> = {};
      for (const field of tree.fields) {
        if (!Object.hasOwn(value, field.name)) value[field.name] = valueOf(field.value);
      }
      return value;
    }
  }
}
