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

/** Marks of what is there, and others behind them; the place of what isn't is that of the node. */
export function marksOf(
  entries: readonly (readonly [path: Path, at: Extent | undefined])[],
  ...others: readonly (readonly Mark[])[]
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const entry of entries) {
    const at = entry[1];
    if (at !== undefined) marks.push({ path: entry[0], at });
  }
  for (const more of others) for (const mark of more) marks.push(mark);
  return marks;
}

/** Marks of the cases of a branch: each way with what it is taken for. */
export function caseMarks(
  ways: readonly { readonly at: Extent; readonly link: { readonly at: Extent } }[],
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const [index, { at, link }] of ways.entries()) {
    marks.push(
      { path: ['cases', index], at },
      { path: ['cases', index, 'when'], at },
      { path: ['cases', index, 'to'], at: link.at },
    );
  }
  return marks;
}
