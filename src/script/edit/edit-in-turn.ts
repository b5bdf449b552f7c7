import { placeBetween, type Place, type Source } from '../../source/source.ts';
import type { TreeStep } from '../../source/tree-edit.ts';
import { extentAt, treeAt, type Tree } from '../../source/tree.ts';
import { readTree } from '../parse-script.ts';
import { insertPart } from './insert-part.ts';
import { moveItem } from './move-item.ts';
import { removePart } from './remove-part.ts';
import { scalarContext } from './scalar-context.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { textEdits } from './text-edits.ts';
import { lineBreakOf, writeField, writeItem } from './write-value.ts';

/** The list or the map that a part stands in, and where. */
function holderOf(tree: Tree, path: TreeStep['at']) {
  const holder = treeAt(tree, path.slice(0, -1));
  const name = path.at(-1);
  if (holder?.kind === 'map') {
    const place = holder.fields.findIndex((field) => field.name === name);
    return place < 0 ? undefined : ({ holder, place } as const);
  }
  return holder?.kind === 'list' && typeof name === 'number'
    ? ({ holder, place: name } as const)
    : undefined;
}

function stepEdits(source: Source, tree: Tree, step: TreeStep): readonly TextEdit[] | undefined {
  const { text } = source;
  const lineBreak = lineBreakOf(text);
  switch (step.edit) {
    case 'set':
    case 'insert':
    case 'reorder':
      return textEdits(source, tree, step);
    case 'insert-behind': {
      const map = treeAt(tree, step.at);
      const behind = holderOf(tree, [...step.at, step.behind]);
      if (map?.kind !== 'map' || behind === undefined) return undefined;
      const context = scalarContext(source, tree, step.at);
      return insertPart(text, map, behind.place + 1, (column) =>
        writeField(step.field, step.value, { context, column, lineBreak }),
      );
    }
    case 'insert-item': {
      const list = treeAt(tree, step.at);
      if (list?.kind !== 'list') return undefined;
      const context = listContext(source, tree, step.at);
      return insertPart(text, list, step.place, (column) =>
        writeItem(step.value, { context, column, lineBreak }),
      );
    }
    case 'move-item': {
      const from = holderOf(tree, step.at);
      const to = treeAt(tree, step.to);
      if (from?.holder.kind !== 'list' || to?.kind !== 'list') return undefined;
      const context = listContext(source, tree, step.to);
      const { place } = step;
      return moveItem(text, { list: from.holder, place: from.place }, { list: to, place, context });
    }
    case 'remove': {
      const gone = holderOf(tree, step.at);
      return gone === undefined ? undefined : removePart(text, gone.holder, gone.place);
    }
  }
}

/** How the items of a list are written. */
function listContext(source: Source, tree: Tree, path: TreeStep['at']) {
  const own = scalarContext(source, tree, path);
  const list = treeAt(tree, path);
  return own === 'lines' && source.text[list?.start ?? 0] === '[' ? 'brackets' : own;
}

/** Where a change would have been made: its own place, or the closest around it. */
function placeOf(source: Source, tree: Tree, { at }: TreeStep): Place {
  for (let length = at.length; length > 0; length -= 1) {
    const extent = extentAt(tree, at.slice(0, length), 'key');
    if (extent !== undefined) return placeBetween(source, extent.start, extent.end);
  }
  return placeBetween(source, 0, 0);
}

/** Steps that are known only when the text before them is. */
export type StepsIn = (tree: Tree) => readonly TreeStep[];

/** A text with changes made, or the first step that can't be made, and where. */
export type EditedInTurn =
  { readonly source: Source } | { readonly failed: TreeStep['edit']; readonly at: Place };

/**
 * The text of a native script with changes made one after the other: each has the paths of the script
 * that those before it leave. Comments, blank lines, quotes and line ends stay as the author wrote them.
 * The result is well-formed; that it says what it should is for the caller to see. Time is linear in the
 * text for each step.
 */
export function editInTurn(source: Source, changes: readonly StepsIn[]): EditedInTurn {
  let here = source;
  let { tree } = readTree(here);
  if (tree === undefined) return { failed: 'set', at: placeBetween(source, 0, 0) };
  for (const change of changes) {
    for (const step of change(tree)) {
      const edits = stepEdits(here, tree, step);
      const text = edits === undefined ? undefined : applyEdits(here.text, edits);
      const next: Source | undefined = text === undefined ? undefined : { ...here, text };
      const read = next === undefined ? undefined : readTree(next);
      if (next === undefined || read?.tree === undefined || read.findings.length > 0)
        return { failed: step.edit, at: placeOf(here, tree, step) };
      here = next;
      tree = read.tree;
    }
  }
  return { source: here };
}
