import type { NodeId } from '../script/names.ts';
import { isComparison } from '../script/case-words.ts';
import type { NodeOfKind } from '../script/script.ts';
import { type CallFlow, edgesFrom, type FlowEdge, nodeAt } from './call-flow.ts';
import { caseHolds } from './case-holds.ts';

/** Where a silent caller is led from a node; nothing where it ends or depends on more than silence. */
function silentWay(flow: CallFlow, id: NodeId): FlowEdge | undefined {
  const { kind } = nodeAt(flow, id);
  if (kind !== 'menu' && kind !== 'collect' && kind !== 'announcement') return undefined;
  const trigger = kind === 'announcement' ? 'next' : 'noInput';
  return edgesFrom(flow, id).find((edge) => edge.trigger === trigger);
}

/** What a task has just set: nothing else is known of a call. */
type Known = Readonly<Record<string, string>>;

/** A value that stands there as it is, and isn't filled in during the call. */
const isPlain = (value: string): boolean => /^[\p{L}\p{N} ._+-]{0,60}$/u.test(value);

/** Cases that ask of the value itself, and of nothing else. */
const asksValue = (when: string): boolean =>
  !isComparison(when) || /^(?:>=|<=|[<>=]|starts with|ends with|contains) \S+$/.test(when);

/** The way of a branch whose value is known; nothing where that doesn't decide it. */
function decidedWay(flow: CallFlow, id: NodeId, branch: NodeOfKind<'branch'>, known: Known) {
  const { on, cases } = branch;
  if (typeof on === 'string' || !('attribute' in on)) return undefined;
  const value = Object.hasOwn(known, on.attribute) ? known[on.attribute] : undefined;
  if (value === undefined || !isPlain(value)) return undefined;
  if (!cases.every(({ when }) => asksValue(when))) return undefined;
  const taken = cases.findIndex(({ when }) => caseHolds(when, value));
  return edgesFrom(flow, id).find(({ trigger, path }) =>
    taken < 0 ? trigger === 'next' : trigger === 'case' && path[3] === taken,
  );
}

/** More steps than this from a counter to where it is asked are no counting of tries. */
const mostSteps = 60;

/**
 * The round from a task that sets what a branch on the way asks for: set to the same again in each
 * round, it never counts. Any other task ends the search, since it may count.
 */
function uncountedRound(flow: CallFlow, start: NodeId): readonly FlowEdge[] | undefined {
  const setter = nodeAt(flow, start).node;
  if (setter.kind !== 'task' || setter.set === undefined || setter.selfService === true)
    return undefined;
  const known = setter.set;
  const done = edgesFrom(flow, start).find(({ trigger }) => trigger === 'success');
  if (done === undefined) return undefined;
  const ways = [done];
  let here = done.to;
  while (here !== start && ways.length < mostSteps) {
    const { node } = nodeAt(flow, here);
    const way: FlowEdge | undefined =
      node.kind === 'branch' ? decidedWay(flow, here, node, known) : silentWay(flow, here);
    if (way === undefined) return undefined;
    ways.push(way);
    here = way.to;
  }
  const asks = ways.some(({ from }) => nodeAt(flow, from).kind === 'branch');
  return here === start && asks ? ways : undefined;
}

/**
 * The rounds that a line on which nobody speaks never leaves: every node leads a silent caller to the
 * next of them. Branches and tasks end the search, for they may count, but for a branch on an attribute
 * that a task of the same round sets to the same value each time. Each node has at most one such
 * way, so one walk with marks finds all rounds without branches in linear time.
 */
export function silentRounds(flow: CallFlow): readonly (readonly FlowEdge[])[] {
  const seen = new Set<NodeId>();
  const rounds: (readonly FlowEdge[])[] = [];
  for (const { id: start } of flow.nodes) {
    const ways: FlowEdge[] = [];
    let here: NodeId | undefined = start;
    while (here !== undefined && !seen.has(here)) {
      seen.add(here);
      const way = silentWay(flow, here);
      if (way !== undefined) ways.push(way);
      here = way?.to;
    }
    const first = ways.findIndex(({ from }) => from === here);
    if (first >= 0) rounds.push(ways.slice(first));
  }
  for (const { id, kind } of flow.nodes) {
    const round = kind === 'task' ? uncountedRound(flow, id) : undefined;
    if (round !== undefined) rounds.push(round);
  }
  return rounds;
}
