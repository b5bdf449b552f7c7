import {
  edgesFrom,
  nodeOf,
  type CallFlow,
  type FlowEdge,
  type FlowNode,
} from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Trigger } from '../script/vocabulary.ts';

/** The events that say why a call moves on. */
export const causeEvents = ['input', 'noinput', 'nomatch', 'success', 'failure', 'queue'] as const;

/** What the log says made a call leave a node; nothing where it says nothing. */
export interface Cause {
  readonly event: (typeof causeEvents)[number];
  /** The key or intent; empty where it isn't known. */
  readonly value: string;
}

/** An option that a caller chose. */
export interface Choice {
  readonly menu: NodeId;
  /** Its position in the script. */
  readonly option: number;
}

/** Answers, for one flow, which way a call can have gone. Built once, for all variants. */
export interface Ways {
  readonly flow: CallFlow;
  /** The node of that id, or nothing. */
  readonly node: (id: string) => FlowNode | undefined;
  /**
   * The edges that lead from a node to another: one, or one and then others through branches, which
   * some logs don't mention. Without a cause any edge may have been taken; ties by script order.
   */
  readonly between: (
    from: NodeId,
    cause: Cause | undefined,
    to: NodeId,
  ) => readonly FlowEdge[] | undefined;
  /** Whether a call that came by this number can begin here; nothing stands for any number. */
  readonly canBegin: (number: string, at: NodeId) => boolean;
  /** Whether callers can come by this number at all. */
  readonly hasNumber: (number: string) => boolean;
  /** Whether something can be chosen at a node by this key or intent. */
  readonly offers: (at: NodeId, value: string) => boolean;
  /** The option that a key or an intent chooses at a menu. */
  readonly choice: (at: NodeId, value: string) => Choice | undefined;
  /** The option that must have been chosen where the log names no key; nothing where another way leads there, too. */
  readonly choiceBy: (edge: FlowEdge, cause: Cause | undefined) => Choice | undefined;
}

const triggersOf: Readonly<Record<Cause['event'], readonly Trigger[]>> = {
  input: ['key', 'case', 'next'],
  noinput: ['noInput'],
  nomatch: ['noMatch'],
  success: ['success', 'next'],
  failure: ['failure'],
  queue: ['overflow', 'closed'],
};

function fits(edge: FlowEdge, cause: Cause | undefined): boolean {
  // The system can fail at any moment, whatever happened before.
  if (cause === undefined || edge.trigger === 'error') return true;
  if (!triggersOf[cause.event].includes(edge.trigger)) return false;
  return edge.trigger === 'key' || edge.trigger === 'case'
    ? cause.value === '' || edge.value === cause.value
    : true;
}

/** A breadth-first search that goes on through branches only; nothing when no way leads there. */
function wayTo(
  first: readonly FlowEdge[],
  to: NodeId,
  edgesAt: (id: NodeId) => readonly FlowEdge[],
  isBranch: (id: NodeId) => boolean,
): readonly FlowEdge[] | undefined {
  const cameBy = new Map<NodeId, FlowEdge>();
  const path = (last: FlowEdge): readonly FlowEdge[] => {
    const way = [last];
    for (let edge = last; !first.includes(edge);) {
      const before = cameBy.get(edge.from);
      if (before === undefined) break;
      way.push(before);
      edge = before;
    }
    return way.reverse();
  };
  let layer = first;
  while (layer.length > 0) {
    const direct = layer.find((edge) => edge.to === to);
    if (direct !== undefined) return path(direct);
    const below: FlowEdge[] = [];
    for (const edge of layer) {
      if (!isBranch(edge.to) || cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      for (const next of edgesAt(edge.to)) if (next.trigger !== 'error') below.push(next);
    }
    layer = below;
  }
  return undefined;
}

/** What a search found: nothing where no way leads there. */
interface Way {
  readonly edges: readonly FlowEdge[] | undefined;
}

/** The entry of a map; a new one where there is none. */
function within<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}

/** Prepares a flow for replay. Searches are remembered, so a log costs as many as it has kinds of moves. */
export function waysOf(flow: CallFlow): Ways {
  const edges = new Map<NodeId, readonly FlowEdge[]>();
  const edgesAt = (id: NodeId): readonly FlowEdge[] => {
    const known = edges.get(id) ?? edgesFrom(flow, id);
    edges.set(id, known);
    return known;
  };
  const isBranch = (id: NodeId): boolean => nodeOf(flow, id)?.kind === 'branch';
  // Maps in maps: to join names to one key was measured to cost more than the rest of a move.
  const found = new Map<NodeId, Map<NodeId, Map<string, Map<string, Way>>>>();
  const foundBy = (from: NodeId, to: NodeId, event: string): Map<string, Way> => {
    const there = within(found, from, () => new Map<NodeId, Map<string, Map<string, Way>>>());
    const byEvent = within(there, to, () => new Map<string, Map<string, Way>>());
    return within(byEvent, event, () => new Map<string, Way>());
  };
  const starts = new Map<string, boolean>();
  const entriesOf = (number: string): CallFlow['entries'] => {
    if (number === '') return flow.entries;
    const own = flow.entries.filter((entry) => entry.number === number);
    return own.length > 0 ? own : flow.entries.filter((entry) => entry.number === undefined);
  };

  const choices = new Map<NodeId, readonly (Choice & { readonly values: readonly unknown[] })[]>();
  for (const { id, node } of flow.nodes) {
    if (node.kind !== 'menu') continue;
    const own = node.options.map(({ key, intent }, option) => ({
      menu: id,
      option,
      values: [key, intent],
    }));
    choices.set(id, own);
  }

  // Asked at every move, where the graph's own look-up was measured to cost a fifth of it.
  const nodes = new Map<string, FlowNode>(flow.nodes.map((node) => [node.id, node]));

  return {
    flow,
    node: (id) => nodes.get(id),
    choice: (at, value) =>
      value === '' ? undefined : choices.get(at)?.find(({ values }) => values.includes(value)),
    choiceBy(edge, cause) {
      const others = edgesAt(edge.from).filter(
        (other) =>
          other.to === edge.to &&
          fits(other, cause) &&
          !(cause !== undefined && other.trigger === 'error'),
      );
      return edge.option === undefined || others.length > 1
        ? undefined
        : choices.get(edge.from)?.[edge.option];
    },
    between(from, cause, to) {
      const known = foundBy(from, to, cause?.event ?? '');
      const value = cause?.value ?? '';
      const before = known.get(value);
      if (before !== undefined) return before.edges;
      const first = edgesAt(from).filter((edge) => fits(edge, cause));
      const way = wayTo(first, to, edgesAt, isBranch);
      known.set(value, { edges: way });
      return way;
    },
    canBegin(number, at) {
      const key = `${at} ${number}`;
      const known = starts.get(key);
      if (known !== undefined) return known;
      const can = entriesOf(number).some(
        ({ start }) =>
          start === at ||
          (isBranch(start) && wayTo(edgesAt(start), at, edgesAt, isBranch) !== undefined),
      );
      starts.set(key, can);
      return can;
    },
    hasNumber: (number) => entriesOf(number).length > 0,
    offers: (at, value) => {
      const node = nodes.get(at)?.node;
      if (node?.kind !== 'menu') return true;
      return node.options.some(({ key, intent }) => key === value || intent === value);
    },
  };
}
