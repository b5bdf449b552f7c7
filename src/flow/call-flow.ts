import type { Graph } from '@dagrejs/graphlib';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, Script, ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Path } from '../source/tree.ts';
import type { Exit } from './node-exits.ts';

/** A node of the flow: what the script says of it, under its id. */
export interface FlowNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  readonly node: ScriptNode;
  readonly path: Path;
  /** All its ways out in the order in which the script writes them; `error` last. */
  readonly exits: readonly Exit[];
}

/** A way from one node to another that exists. */
export interface FlowEdge extends Exit {
  readonly to: NodeId;
}

/** An exit whose target is no node of the script, or that the author left empty. */
export type LooseExit = Exit;

export interface FlowEntry {
  readonly number: string | undefined;
  readonly start: NodeId;
  readonly path: Path;
}

/**
 * A phone menu as a typed graph: built once, then read. Nodes and edges keep the order of the
 * script; a target that doesn't exist is listed in `loose` and never becomes a node.
 */
export interface CallFlow {
  readonly script: Script;
  readonly nodes: readonly FlowNode[];
  readonly entries: readonly FlowEntry[];
  readonly loose: readonly LooseExit[];
  /** Entries whose start is no node. */
  readonly looseEntries: readonly FlowEntry[];
  /** The nodes by id, for those who ask for one of them. */
  readonly byId: ReadonlyMap<string, FlowNode>;
  /** The same as a graph of graphlib; made when it is first asked for. */
  readonly graph: FlowGraph;
  /** What leaves each node, and what arrives there: read many times, so kept beside the graph. */
  readonly leaving: ReadonlyMap<string, readonly FlowEdge[]>;
  readonly arriving: ReadonlyMap<string, readonly FlowEdge[]>;
  /** What was asked of the flow already; `oncePerFlow` alone looks here. */
  readonly answers: Map<unknown, unknown>;
}

export type FlowGraph = Graph<undefined, FlowNode, FlowEdge>;

const none: readonly FlowEdge[] = [];

/** True for the id of a node. */
export function hasNode(flow: CallFlow, id: string): boolean {
  return flow.byId.has(id);
}

/** The node of that id, or nothing. */
export function nodeOf(flow: CallFlow, id: string): FlowNode | undefined {
  return flow.byId.get(id);
}

/** The node of an id that is one: of an edge, of an entry, of what was found in the flow. */
export function nodeAt(flow: CallFlow, id: string): FlowNode {
  const node = flow.byId.get(id);
  if (node === undefined) throw new Error(`"${id}" is no node of this flow`);
  return node;
}

/** The node of that id when it is of that kind. */
export function nodeOfKind<Kind extends NodeKind>(
  flow: CallFlow,
  id: string,
  kind: Kind,
): NodeOfKind<Kind> | undefined {
  const found = nodeOf(flow, id)?.node;
  return found?.kind === kind ? (found as NodeOfKind<Kind>) : undefined;
}

/** The edges that leave a node, in script order. */
export function edgesFrom(flow: CallFlow, id: string): readonly FlowEdge[] {
  return flow.leaving.get(id) ?? none;
}

/** The edges that arrive at a node, by the order of the nodes they come from. */
export function edgesInto(flow: CallFlow, id: string): readonly FlowEdge[] {
  return flow.arriving.get(id) ?? none;
}

/** All edges, by the order of their nodes in the script. */
export function edgesOf(flow: CallFlow): readonly FlowEdge[] {
  return flow.nodes.flatMap((node) => edgesFrom(flow, node.id));
}
