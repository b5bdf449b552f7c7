import {
  edgesFrom,
  type CallFlow,
  type FlowEdge,
  type FlowEntry,
  type FlowNode,
} from '../flow/call-flow.ts';
import type { Exit } from '../flow/node-exits.ts';
import type { Path } from '../source/tree.ts';

/** The id of the node, or a name with an underscore (which no node has) for where calls come in. */
export type StepId = string;

/** A way out of a step. Without targets it leads nowhere; `back` may have several. */
export interface StepExit {
  readonly exit: Exit;
  readonly targets: readonly StepId[];
  /** The edges of the flow that it stands for: none for a start and for a loose exit. */
  readonly edges: readonly FlowEdge[];
  /** What it leads to off the sheet, and how that is shown; `targets` is empty then. */
  readonly away?: { readonly way: 'back' | 'jump' | 'more'; readonly to: readonly StepId[] };
}

/** Where calls come from on a sheet that shows a part of a flow. */
export interface StepSource {
  readonly step: StepId;
  readonly exits: readonly StepExit[];
}

/** What gets a card: a node, the entries that begin at the same node, or what another sheet leads on. */
export interface Step {
  readonly id: StepId;
  readonly node: FlowNode | undefined;
  readonly entries: readonly FlowEntry[];
  readonly exits: readonly StepExit[];
  readonly source?: StepSource;
}

function readNode(flow: CallFlow, node: FlowNode): Step {
  // An edge has the path of its exit: the same one, not another that is equal.
  const edges = new Map<Path, FlowEdge[]>();
  for (const edge of edgesFrom(flow, node.id)) {
    const others = edges.get(edge.path);
    if (others === undefined) edges.set(edge.path, [edge]);
    else others.push(edge);
  }
  const exits = node.exits.map((exit) => {
    const own = [...(edges.get(exit.path) ?? [])].sort((a, b) => (a.to < b.to ? -1 : 1));
    return { exit, targets: own.map((edge) => edge.to), edges: own };
  });
  return { id: node.id, node, entries: [], exits };
}

function readStarts(flow: CallFlow): readonly Step[] {
  const known = new Set(flow.entries);
  const byStart = new Map<string, FlowEntry[]>();
  const inOrder = [...flow.entries, ...flow.looseEntries].sort(
    (a, b) => Number(a.path[1]) - Number(b.path[1]),
  );
  for (const entry of inOrder) {
    const others = byStart.get(entry.start);
    if (others === undefined) byStart.set(entry.start, [entry]);
    else others.push(entry);
  }
  return [...byStart.values()].map((entries, index) => {
    const [first] = entries as [FlowEntry];
    const exit: Exit = {
      trigger: 'next',
      from: first.start,
      value: undefined,
      to: first.start,
      path: first.path,
      option: undefined,
      does: undefined,
    };
    const targets = known.has(first) ? [first.start] : [];
    return {
      id: `_start-${index}`,
      node: undefined,
      entries,
      exits: [{ exit, targets, edges: [] }],
    };
  });
}

/** The cards to be, starts first; nodes by id, so that their order in the script changes nothing. */
export function readSteps(flow: CallFlow): readonly Step[] {
  const nodes = [...flow.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...readStarts(flow), ...nodes.map((node) => readNode(flow, node))];
}
