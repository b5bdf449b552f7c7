import type { NodeId } from '../../script/names.ts';
import {
  dropIdleBranches,
  straighten,
  type CallGraph,
  type GraphNode,
  type Pass,
} from './call-graph.ts';
import type { Explored } from './explore.ts';
import { foldRetries } from './fold-retries.ts';
import { keepSets } from './keep-sets.ts';
import { addListenNodes } from './listen-nodes.ts';
import { mergeBranches } from './merge-branches.ts';

/**
 * Makes a graph of nodes from what was found in a dialplan: prompts and waits become menus, counters
 * become attempts, questions that tell nothing apart go, and every way leads from node to node.
 */
export function buildGraph(explored: Explored): CallGraph {
  const nodes = new Map<NodeId, GraphNode>();
  const passes = new Map<NodeId, Pass>();
  const asked = new Set<string>();
  for (const { id, step, block } of explored.spots.values()) {
    if (block.kind === 'pass') passes.set(id, { to: block.to, effects: block.effects, step });
    else if (block.kind === 'nodes') {
      const { node, marks, counter, isReturn } = block;
      nodes.set(id, { node, marks, counter, isReturn, steps: [step] });
      if (node.kind === 'branch' && typeof node.on === 'object' && 'attribute' in node.on) {
        asked.add(node.on.attribute);
      }
    }
  }
  const graph: CallGraph = { nodes, passes };
  addListenNodes(graph, explored, asked);
  dropIdleBranches(graph);
  foldRetries(graph, explored.environments);
  dropIdleBranches(graph);
  mergeBranches(graph, explored.entries);
  keepSets(graph, explored.entries);
  straighten(graph);
  return graph;
}
