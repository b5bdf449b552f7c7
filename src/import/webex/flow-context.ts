import type { NodeId } from '../../script/names.ts';
import { placeBetween, type Place, type Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { createScriptWriter, type ScriptWriter } from '../script-writer.ts';
import { below } from '../tree-values.ts';
import { nodesIn, type FlowNode } from './webex-flow.ts';

/** A flow, and the script that it becomes. */
export interface FlowContext {
  readonly flow: Tree;
  readonly writer: ScriptWriter;
  /** The nodes that calls begin with. */
  readonly starts: readonly FlowNode[];
  /** The names of all others in the script. */
  readonly ids: ReadonlyMap<FlowNode, NodeId>;
  /** The node that an edge names, by id or by name; one that isn't there gets a name all the same. */
  readonly idOf: (target: string) => NodeId;
  readonly placeOf: (extent: Extent) => Place;
  readonly at: (node: FlowNode) => Place;
  /** Stands for the flow as a whole. */
  readonly root: Place;
}

export function beginImport(source: Source, flow: Tree): FlowContext {
  const placeOf = ({ start, end }: Extent) => placeBetween(source, start, end);
  const root = placeOf({ start: flow.start, end: flow.start + 1 });
  const writer = createScriptWriter(source, 'webex', root);
  const nodes = nodesIn(flow);
  const ids = new Map(
    nodes
      .filter(({ type }) => type !== 'start')
      .map((node) => [node, writer.freshId(node.name, 'activity')]),
  );
  const table = new Map<string, NodeId>();
  for (const [node, id] of ids)
    for (const key of [node.id, node.name]) if (!table.has(key)) table.set(key, id);
  return {
    ...{ flow, writer, ids, placeOf, root },
    starts: nodes.filter(({ type }) => type === 'start'),
    idOf(target) {
      const known = table.get(target) ?? writer.freshId(target, 'missing-activity');
      table.set(target, known);
      return known;
    },
    at: (node) => placeOf(below(node.tree, 'name') ?? node.tree),
  };
}
