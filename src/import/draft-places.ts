import type { Source } from '../source/source.ts';
import { placeBetween } from '../source/source.ts';
import type { Extent, Path, Places } from '../source/tree.ts';
import type { Mark } from './draft.ts';

const keyOf = (path: Path): string => path.join('\n');

function indexOf(marks: Iterable<Mark>): ReadonlyMap<string, Extent> {
  const extents = new Map<string, Extent>();
  for (const { path, at } of marks) {
    const key = keyOf(path);
    if (!extents.has(key)) extents.set(key, at);
  }
  return extents;
}

/**
 * Places of a script that was made from a vendor's file: those of the marks, and for everything
 * else that of the closest thing it is part of. Of two marks for one path the first counts.
 * They are looked at when somebody asks for a place.
 */
export function createPlaces(source: Source, marks: Iterable<Mark>): Places {
  let known: ReadonlyMap<string, Extent> | undefined;
  // Many a script is imported and drawn without anybody asking where something stands.
  const extents = () => (known ??= indexOf(marks));
  return {
    at(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const extent = extents().get(keyOf(path.slice(0, length)));
        if (extent !== undefined) return placeBetween(source, extent.start, extent.end);
      }
      return placeBetween(source, 0, 0);
    },
    has: (path) => extents().has(keyOf(path)),
    fields: () => [],
  };
}
