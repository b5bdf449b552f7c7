import { edgesInto, type CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Path } from '../../source/tree.ts';
import type { ScriptEdit } from '../script-edit.ts';

/** An id that no node of the flow has yet. */
export function freeId(flow: CallFlow, wanted: string): NodeId {
  let id = wanted;
  for (let count = 2; flow.byId.has(id); count += 1) id = `${wanted}-${count}`;
  return id as NodeId;
}

/** Leads whatever led to a node to another one instead; what that one leads to stays. */
export function ledTo(flow: CallFlow, node: NodeId, instead: NodeId): readonly ScriptEdit[] {
  const ways: readonly Path[] = [
    ...flow.entries.filter(({ start }) => start === node).map(({ path }) => path),
    ...edgesInto(flow, node)
      .filter(({ from, does }) => from !== node && does === undefined)
      .map(({ path }) => path),
  ];
  const told = new Set<string>();
  return ways.flatMap((path): readonly ScriptEdit[] => {
    const field = path.at(-1);
    // Defaults lead there from many nodes, and are changed once.
    if (typeof field !== 'string' || told.has(path.join('/'))) return [];
    told.add(path.join('/'));
    return [{ edit: 'field', at: path.slice(0, -1), field, before: node, after: instead }];
  });
}
