import {
  edgesFrom,
  edgesInto,
  nodeOf,
  type CallFlow,
  type FlowEdge,
  type FlowNode,
} from '../../flow/call-flow.ts';
import { reachable } from '../../flow/reach.ts';
import type { NodeId } from '../../script/names.ts';
import type { ChosenOption } from './errand.ts';
import { likeOptions } from './like-options.ts';
import { nodeSubject } from './node-subject.ts';
import { remembering } from './remembering.ts';

/** Where the things of one script are in another. */
export interface Counterparts {
  /** The nodes that are what a node of the script was: by its id, else by what it is; none where it is gone. */
  readonly nodes: (id: NodeId) => readonly NodeId[];
  /**
   * The edges by which callers who look for that option get to this goal in the other script; none where
   * only options for others lead there, nothing where the goal is behind no option at all.
   */
  readonly choices: (by: ChosenOption, goal: NodeId) => readonly FlowEdge[] | undefined;
  /** The edges that are what an edge of the script was. */
  readonly ways: (edge: FlowEdge) => readonly FlowEdge[];
}

/** Kinds that end a way between an option and what it leads to. */
const places = new Set<FlowNode['kind']>(['menu', 'queue', 'transfer', 'voicemail', 'callback']);

/** The options, in menus that callers come to, from which a call gets to one of these nodes without another menu or queue between. */
function optionsTo(flow: CallFlow, goals: readonly NodeId[]): readonly FlowEdge[] {
  const reached = reachable(flow);
  const seen = new Set<NodeId>(goals);
  const found: FlowEdge[] = [];
  for (const id of seen) {
    for (const edge of edgesInto(flow, id)) {
      if (!reached.has(edge.from)) continue;
      if (edge.option !== undefined && edge.does === undefined) found.push(edge);
      const kind = nodeOf(flow, edge.from)?.kind;
      if (kind !== undefined && !places.has(kind)) seen.add(edge.from);
    }
  }
  return found;
}

/** Finds the things of `was` in `is`, which may be the same flow. Answers are remembered. */
export function counterpartsOf(was: CallFlow, is: CallFlow): Counterparts {
  const bySubject = new Map<string, NodeId[]>();
  for (const { id, node } of is.nodes) {
    const subject = nodeSubject(node);
    if (subject === undefined) continue;
    const others = bySubject.get(subject);
    if (others === undefined) bySubject.set(subject, [id]);
    else others.push(id);
  }
  const nodesKnown = remembering<readonly NodeId[]>();
  const nodes = (id: NodeId): readonly NodeId[] =>
    nodesKnown(id, () => {
      const old = nodeOf(was, id);
      const same = nodeOf(is, id);
      const subject = old === undefined ? undefined : nodeSubject(old.node);
      const alike = subject === undefined ? [] : (bySubject.get(subject) ?? []);
      const isKept = same !== undefined && same.kind === old?.kind;
      if (isKept && (alike.length === 0 || alike.includes(same.id))) return [same.id];
      return alike;
    });

  const alike = likeOptions(was, is);
  const reachKnown = remembering<readonly FlowEdge[]>();
  const choicesKnown = remembering<readonly FlowEdge[] | undefined>();
  return {
    nodes,
    choices: (by, goal) =>
      choicesKnown(`${by.menu} ${by.option} ${goal}`, () => {
        const leading = reachKnown(goal, () => optionsTo(is, nodes(goal)));
        return leading.length === 0 ? undefined : alike(leading, by);
      }),
    ways: ({ from, to, trigger, value, option, does }) =>
      nodes(from).flatMap((id) => {
        const there = new Set<NodeId>([...nodes(to)]);
        const edges = edgesFrom(is, id).filter((edge) => there.has(edge.to) && edge.does === does);
        return option === undefined
          ? edges.filter((edge) => edge.trigger === trigger && edge.value === value)
          : alike(
              edges.filter((edge) => edge.option !== undefined),
              { menu: from, option },
            );
      }),
  };
}
