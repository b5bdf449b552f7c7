import { Graph } from '@dagrejs/graphlib';
import { isUnknown } from '../script/values.ts';
import type { NodeId } from '../script/names.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import {
  hasNode,
  type CallFlow,
  type FlowEdge,
  type FlowEntry,
  type FlowNode,
  type LooseExit,
} from './call-flow.ts';
import { menusBefore } from './menus-before.ts';
import { exitsOf, type Exit } from './node-exits.ts';

/**
 * Builds the graph of a script. An option that goes back becomes an edge to every menu that the
 * caller can have come from. Time and memory are linear in nodes and edges; ways back have a limit.
 */
export function buildCallFlow(script: Script): CallFlow {
  const graph = new Graph<undefined, FlowNode, FlowEdge>({ directed: true, multigraph: true });
  const nodes: FlowNode[] = [];
  for (const [name, node] of Object.entries(script.nodes) as [NodeId, ScriptNode][]) {
    const flowNode: FlowNode = { id: name, kind: node.kind, node, path: ['nodes', name] };
    nodes.push(flowNode);
    graph.setNode(name, flowNode);
  }

  const loose: LooseExit[] = [];
  const returns: (Exit & { from: NodeId })[] = [];
  const leaving = new Map<string, FlowEdge[]>(nodes.map(({ id }) => [id, []]));
  const arriving = new Map<string, FlowEdge[]>(nodes.map(({ id }) => [id, []]));
  const connect = (from: NodeId, exit: Exit, to: NodeId, order: number | string) => {
    const edge: FlowEdge = { ...exit, from, to };
    graph.setEdge(from, to, edge, `${order}`);
    leaving.get(from)?.push(edge);
    arriving.get(to)?.push(edge);
  };
  for (const { id, node } of nodes) {
    exitsOf(id, node, script).forEach((exit, order) => {
      if (exit.does === 'back') returns.push({ ...exit, from: id });
      else if (exit.to !== undefined && hasNode(graph, exit.to)) connect(id, exit, exit.to, order);
      else loose.push({ ...exit, from: id });
    });
  }

  const entries: FlowEntry[] = script.entries.map(({ number, start }, index) => ({
    number: number === undefined || isUnknown(number) ? undefined : number,
    start,
    path: ['entries', index, 'start'],
  }));
  const flow: CallFlow = {
    script,
    nodes,
    entries: entries.filter(({ start }) => hasNode(graph, start)),
    loose,
    looseEntries: entries.filter(({ start }) => !hasNode(graph, start)),
    graph,
    leaving,
    arriving,
  };
  const before = menusBefore(
    flow,
    returns.map(({ from }) => from),
  );
  for (const exit of returns) {
    const menus = before.get(exit.from) ?? [];
    for (const menu of menus) connect(exit.from, exit, menu, `back-${exit.option ?? 0}`);
    if (menus.length === 0) loose.push(exit);
  }
  return flow;
}
