import { placeBetween, type Place, type Source } from '../../source/source.ts';
import type { Tree } from '../../source/tree.ts';
import { below, itemsOf, type Names } from '../tree-values.ts';

/** A value with the file that it stands in: agents are exported as many files. */
export interface Part {
  readonly source: Source;
  readonly tree: Tree;
}

export const placeOf = ({ source, tree }: Part): Place =>
  placeBetween(source, tree.start, tree.end);

/** The part below these field names; nothing where there is none. */
export function partBelow(part: Part | undefined, ...names: Names): Part | undefined {
  const tree = below(part?.tree, ...names);
  return part === undefined || tree === undefined ? undefined : { source: part.source, tree };
}

/** The objects of a list; what is no object is none of the vendor's. */
export function partsBelow(part: Part | undefined, ...names: Names): readonly Part[] {
  if (part === undefined) return [];
  return itemsOf(below(part.tree, ...names))
    .filter(({ kind }) => kind === 'map')
    .map((tree) => ({ source: part.source, tree }));
}

/** The place of a field where it is written, else of all that it would stand in. */
export const placeBelow = (part: Part, ...names: Names): Place =>
  placeOf(partBelow(part, ...names) ?? part);
