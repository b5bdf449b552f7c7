import { leastSeconds } from '../prompt/least-seconds.ts';
import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, edgesInto, type FlowEdge, nodeAt } from './call-flow.ts';
import { heardMenu } from './heard-menu.ts';
import { leastCosts, type CostlyWay, type LeastCost } from './least-costs.ts';
import { isLanguageMenu } from './main-menus.ts';
import { perhapsPeople } from './person-options.ts';

/** What a caller does on purpose, or the call by itself; mistakes and failures offer nothing. */
const offered = new Set(['key', 'case', 'next', 'success', 'noInput']);

/** The least that a caller listens at a node before a way leads on, in seconds. */
function secondsOf(flow: CallFlow): (edge: FlowEdge) => number {
  const { language } = flow.script;

  const said = (id: NodeId): number => {
    const { node } = nodeAt(flow, id);
    const say = 'say' in node ? node.say : undefined;
    return leastSeconds(say, language, language);
  };
  return ({ from, option, trigger }) => {
    const { node } = nodeAt(flow, from);
    switch (node.kind) {
      case 'menu': {
        const menu = heardMenu(flow, from, language);
        return option === undefined ? menu.total : (menu.until[option] ?? 0);
      }
      case 'task':
        return trigger === 'success' ? Math.max(said(from), node.duration ?? 0) : 0;
      case 'announcement':
      case 'collect':
        return said(from);
      case 'branch':
      case 'queue':
      case 'transfer':
      case 'voicemail':
      case 'callback':
      case 'subflow':
      case 'hangup':
      case 'opaque':
        return 0;
    }
  };
}

/** One for each menu that asks callers what they want; a choice of language asks nothing of it. */
function menusOf(flow: CallFlow): (edge: FlowEdge) => number {
  return ({ from }) => {
    const { node } = nodeAt(flow, from);
    return node.kind === 'menu' && !isLanguageMenu(node) ? 1 : 0;
  };
}

/** From these nodes, the least that the offered ways to a person cost; backwards from all of them. */
function costsToPerson(
  flow: CallFlow,
  wanted: ReadonlySet<NodeId>,
  costOf: (edge: FlowEdge) => number,
): ReadonlyMap<NodeId, LeastCost> {
  const starts: CostlyWay[] = perhapsPeople(flow).map((to) => ({ to, cost: 0 }));
  for (const { id, node } of flow.nodes) {
    if (node.kind !== 'menu' || node.options.every(({ role }) => role !== 'agent')) continue;
    for (const edge of edgesFrom(flow, id)) {
      const option = edge.option === undefined ? undefined : node.options[edge.option];
      if (option?.role === 'agent') starts.push({ to: id, cost: costOf(edge) });
    }
  }
  for (const { from } of flow.loose)
    if (nodeAt(flow, from).kind === 'menu') starts.push({ to: from, cost: 0 });
  const missing = new Set(wanted);
  return leastCosts(
    starts,
    (id, take) => {
      for (const edge of edgesInto(flow, id))
        if (offered.has(edge.trigger)) take(edge.from, costOf(edge));
    },
    (id) => missing.delete(id) && missing.size === 0,
  );
}

/** How far it is to a person from where a call begins, at least. */
export interface PersonDistance {
  readonly start: NodeId;
  /** Seconds that a caller listens before the option for a person, or another way to one, comes. */
  readonly seconds: number;
  /** Menus that a caller goes through, the one that offers the person included. */
  readonly menus: number;
}

/**
 * How far it is from the starts of a flow to the nearest person that is offered: behind an option, or
 * by staying on the line. What isn't known counts nothing, and a part that can't be seen counts as a
 * person, so the numbers are the least that can be. Starts with no such way are left out.
 */
export function personDistances(flow: CallFlow): readonly PersonDistance[] {
  const starts = new Set(flow.entries.map(({ start }) => start));
  const seconds = costsToPerson(flow, starts, secondsOf(flow));
  const menus = costsToPerson(flow, starts, menusOf(flow));
  return [...starts].flatMap((start) => {
    const [time, steps] = [seconds.get(start), menus.get(start)];
    return time === undefined || steps === undefined
      ? []
      : [{ start, seconds: time.cost, menus: steps.cost }];
  });
}
