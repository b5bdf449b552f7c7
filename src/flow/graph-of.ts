import { Graph } from '@dagrejs/graphlib';
import {
  edgesFrom,
  type CallFlow,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
} from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** A flow as a graph of graphlib: its nodes in their order, and their edges, several between two. */
export const graphOf: (flow: CallFlow) => FlowGraph = oncePerFlow((flow) => {
  const graph = new Graph<undefined, FlowNode, FlowEdge>({ directed: true, multigraph: true });
  for (const node of flow.nodes) graph.setNode(node.id, node);
  for (const { id } of flow.nodes) {
    edgesFrom(flow, id).forEach((edge, order) => graph.setEdge(id, edge.to, edge, `${order}`));
  }
  return graph;
});
