import type { Extent, Field, Tree } from './tree.ts';

/** Up to so many fields, comparing each with those before it is quicker than a set of their names. */
const fewFields = 16;

/** A list or a map that isn't closed yet. */
export interface OpenTree {
  readonly isMap: boolean;
  readonly start: number;
  /** Where its own fields or items begin among all that wait. */
  readonly from: number;
  /** The field whose value comes next. */
  name: string;
  nameExtent: Extent;
}

/** Gathers the parts of lists and maps that lie in each other, until they close. */
export interface OpenTrees {
  readonly open: (isMap: boolean, start: number) => OpenTree;
  /** False for a name that the map has already; of a map with many fields, closing tells. */
  readonly mayName: (map: OpenTree, name: string) => boolean;
  readonly put: (parent: OpenTree, value: Tree) => void;
  /** The innermost tree as a whole; nothing for a map in which a name stands twice. */
  readonly close: (tree: OpenTree, end: number) => Tree | undefined;
}

const nowhere: Extent = { start: 0, end: 0 };

export function createOpenTrees(): OpenTrees {
  /** Fields and items of all that isn't closed yet: what they become has no room to spare. */
  const fields: Field[] = [];
  const items: Tree[] = [];
  let [openFields, openItems] = [0, 0];

  return {
    open: (isMap, start) => ({
      isMap,
      start,
      from: isMap ? openFields : openItems,
      name: '',
      nameExtent: nowhere,
    }),
    mayName({ from }, name) {
      for (let index = from; index < openFields && index - from <= fewFields; index += 1) {
        if (fields[index]?.name === name) return false;
      }
      return true;
    },
    put({ isMap, name, nameExtent }, value) {
      if (isMap) {
        fields[openFields] = { name, nameExtent, value };
        openFields += 1;
      } else {
        items[openItems] = value;
        openItems += 1;
      }
    },
    close({ isMap, start, from }, end) {
      if (!isMap) {
        const own = items.slice(from, openItems);
        openItems = from;
        return { kind: 'list', start, end, items: own };
      }
      const own = fields.slice(from, openFields);
      openFields = from;
      const isTwice =
        own.length > fewFields && new Set(own.map(({ name }) => name)).size < own.length;
      return isTwice ? undefined : { kind: 'map', start, end, fields: own };
    },
  };
}
