import { editValue } from '../../source/edit-value.ts';
import { isSameValue } from '../../source/same-value.ts';
import type { Source } from '../../source/source.ts';
import type { TreeEdit } from '../../source/tree-edit.ts';
import { valueOf, type Tree } from '../../source/tree.ts';
import { readTree, scriptFrom } from '../parse-script.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { textEdits } from './text-edits.ts';

/** The text with changes of one kind made, and its tree; nothing where one can't be made. */
function afterEdits(
  source: Source,
  tree: Tree,
  edits: readonly TreeEdit[],
): { readonly source: Source; readonly tree: Tree } | undefined {
  if (edits.length === 0) return { source, tree };
  const all: TextEdit[] = [];
  for (const edit of edits) {
    const own = textEdits(source, tree, edit);
    if (own === undefined) return undefined;
    all.push(...own);
  }
  const text = applyEdits(source.text, all);
  if (text === undefined) return undefined;
  const result = { ...source, text };
  const read = readTree(result);
  return read.tree === undefined ? undefined : { source: result, tree: read.tree };
}

/** Whether two documents say the same: to the letter, or to whoever reads them as scripts. */
function saySame(source: Source, tree: Tree, wanted: unknown): boolean {
  const value = valueOf(tree);
  if (isSameValue(value, wanted)) return true;
  const [is, should] = [value, wanted].map((one) => scriptFrom(source, 'native', tree, one));
  return (
    is?.document !== undefined &&
    should?.document !== undefined &&
    isSameValue(is.document.script, should.document.script)
  );
}

/**
 * The text of a native script with changes made: comments, blank lines, quotes and line ends stay as
 * the author wrote them. The result is read back and says exactly what the changes mean; nothing
 * where that can't be had (an alias, an unusual layout, two changes in one place). A list's items and
 * what stands in them can change at once: orders are changed last.
 */
export function editSource(source: Source, edits: readonly TreeEdit[]): Source | undefined {
  const { tree } = readTree(source);
  if (tree === undefined) return undefined;
  const wanted = editValue(valueOf(tree), edits);
  if (wanted === undefined) return undefined;
  const isOrder = ({ edit }: TreeEdit) => edit === 'reorder';
  const changed = afterEdits(
    source,
    tree,
    edits.filter((edit) => !isOrder(edit)),
  );
  if (changed === undefined) return undefined;
  const result = afterEdits(changed.source, changed.tree, edits.filter(isOrder));
  return result !== undefined && saySame(result.source, result.tree, wanted)
    ? result.source
    : undefined;
}
