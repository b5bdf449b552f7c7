import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';
import type { Extent, Path } from '../source/tree.ts';

/** Where the thing below a path of a node is written in the vendor's file. */
export interface Mark {
  /** Below the node: `['options', 0, 'to']`. */
  readonly path: Path;
  readonly at: Extent;
}

/** A node that a vendor's block becomes, or a part of what it becomes. */
export interface Draft {
  readonly id: NodeId;
  readonly node: ScriptNode;
  readonly marks: readonly Mark[];
}

/** Marks of what is there; the place of what isn't is that of the node. */
export function marksOf(
  entries: readonly (readonly [path: Path, at: Extent | undefined])[],
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [path, at] of entries) if (at !== undefined) marks.push({ path, at });
  return marks;
}
