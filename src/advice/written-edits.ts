import { writtenPart } from '../export/native.ts';
import type { EditValue, TreeStep } from '../source/tree-edit.ts';
import { fieldOf, treeAt, type Path, type Tree } from '../source/tree.ts';
import type { ScriptEdit, TextChange } from './script-edit.ts';

const value = (part: unknown, field: string): EditValue => writtenPart(part, field) as EditValue;

/** The way to the words of a prompt as it is written: the prompt itself, its `text`, or a language's. */
function wordsAt(tree: Tree, { path, language }: TextChange): Path {
  const prompt = treeAt(tree, path);
  const isLong = fieldOf(prompt, 'recording') ?? fieldOf(prompt, 'unknown');
  const text = isLong === undefined ? path : [...path, 'text'];
  return language === undefined ? text : [...text, language];
}

function fieldSteps(
  tree: Tree,
  { at, field, before, after }: ScriptEdit & { readonly edit: 'field' },
): readonly TreeStep[] {
  const there = treeAt(tree, at);
  // `closed: voicemail` is short for `closed: {to: voicemail}`.
  const path = there?.kind === 'scalar' && field === 'to' ? at : [...at, field];
  if (after === undefined) return [{ edit: 'remove', at: path }];
  const written = value(after, field);
  if (before === undefined) return [{ edit: 'insert', at, field, value: written }];
  return typeof written === 'string'
    ? [{ edit: 'set', at: path, value: written }]
    : [
        { edit: 'remove', at: path },
        { edit: 'insert', at, field, value: written },
      ];
}

/** What a change of a script changes in the document that it was read from. */
export function writtenSteps(tree: Tree, edit: ScriptEdit): readonly TreeStep[] {
  switch (edit.edit) {
    case 'text':
      return [{ edit: 'set', at: wordsAt(tree, edit), value: edit.after }];
    case 'field':
      return fieldSteps(tree, edit);
    case 'insert-option': {
      const at = ['nodes', edit.node, 'options'];
      return [{ edit: 'insert-item', at, place: edit.place, value: value(edit.option, '') }];
    }
    case 'remove-option':
      return [{ edit: 'remove', at: ['nodes', edit.node, 'options', edit.place] }];
    case 'move-option': {
      const at = ['nodes', edit.node, 'options', edit.place];
      const to = ['nodes', edit.to.node, 'options'];
      return [{ edit: 'move-item', at, to, place: edit.to.place }];
    }
    case 'reorder-options':
      return [{ edit: 'reorder', at: ['nodes', edit.node, 'options'], order: edit.order }];
    case 'add-node': {
      const { id, behind, node } = edit;
      const written = value(node, '');
      return [{ edit: 'insert-behind', at: ['nodes'], behind, field: id, value: written }];
    }
    case 'remove-node':
      return [{ edit: 'remove', at: ['nodes', edit.id] }];
  }
}
