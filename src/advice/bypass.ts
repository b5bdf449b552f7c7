import { edgesInto, type CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import type { ScriptEdit } from './script-edit.ts';

/**
 * The edits that lead everyone past a node to another, and take it away. Nothing where a way into it is
 * written where it can't be led elsewhere.
 */
export function bypass(flow: CallFlow, id: NodeId, to: NodeId): readonly ScriptEdit[] | undefined {
  const edges = edgesInto(flow, id).filter(({ from }) => from !== id);
  if (id === to || edges.some(({ does }) => does !== undefined)) return undefined;
  const entries = flow.script.entries.flatMap((entry, index): Path[] =>
    entry.start === id ? [['entries', index, 'start']] : [],
  );
  const paths = new Map(
    [...edges.map(({ path }) => path), ...entries].map((path) => [path.join('/'), path]),
  );
  const edits = [...paths.values()].map((path): ScriptEdit => ({
    edit: 'field',
    at: path.slice(0, -1),
    field: String(path.at(-1)),
    before: id,
    after: to,
  }));
  return [...edits, { edit: 'remove-node', id }];
}
