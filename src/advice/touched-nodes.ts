import type { NodeId } from '../script/names.ts';
import type { ScriptEdit } from './script-edit.ts';

function nodesOf(edit: ScriptEdit): readonly (NodeId | string)[] {
  switch (edit.edit) {
    case 'text':
      return [String(edit.path[1])];
    case 'field':
      return [String(edit.at[0] === 'nodes' ? edit.at[1] : (edit.at[0] ?? ''))];
    case 'insert-option':
    case 'remove-option':
    case 'reorder-options':
      return [edit.node];
    case 'move-option':
      return [edit.node, edit.to.node];
    case 'add-node':
      return [edit.id, edit.behind];
    case 'remove-node':
      return [edit.id];
  }
}

/** The nodes that edits change, come to stand by, or take away. */
export function touchedNodes(edits: readonly ScriptEdit[]): ReadonlySet<string> {
  return new Set(edits.flatMap(nodesOf));
}
