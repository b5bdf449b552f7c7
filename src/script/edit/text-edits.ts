import type { Source } from '../../source/source.ts';
import type { TreeEdit } from '../../source/tree-edit.ts';
import { treeAt, type ScalarTree, type Tree } from '../../source/tree.ts';
import { insertField } from './insert-field.ts';
import { reorderItems } from './reorder-items.ts';
import { rewriteScalar } from './rewrite-scalar.ts';
import { scalarContext } from './scalar-context.ts';
import type { TextEdit } from './text-edit.ts';

/** A digit needs no quotes where a key is meant. */
function reads(value: ScalarTree['value'], wanted: string, isKey: boolean): boolean {
  return value === wanted || (isKey && typeof value === 'number' && String(value) === wanted);
}

/** What a change of a document changes in its text; nothing where it can't be made there. */
export function textEdits(
  source: Source,
  tree: Tree,
  edit: TreeEdit,
): readonly TextEdit[] | undefined {
  const there = treeAt(tree, edit.at);
  switch (edit.edit) {
    case 'set': {
      if (there?.kind !== 'scalar') return undefined;
      const context = scalarContext(source, tree, edit.at);
      const isKey = edit.at.at(-1) === 'key';
      const one = rewriteScalar(source.text, there, edit.value, context, (value) =>
        reads(value, edit.value, isKey),
      );
      return one === undefined ? undefined : [one];
    }
    case 'insert': {
      if (there?.kind !== 'map') return undefined;
      const context = scalarContext(source, tree, edit.at);
      return insertField(source.text, there, edit.field, edit.value, context);
    }
    case 'reorder':
      return there?.kind === 'list' || there?.kind === 'map'
        ? reorderItems(source.text, there, edit.order)
        : undefined;
  }
}
