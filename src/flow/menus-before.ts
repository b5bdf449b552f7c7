import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, nodeAt } from './call-flow.ts';
import { reachableFrom } from './reach.ts';

/** More ways back than this are in no menu that callers can use; together they would fill the memory. */
const mostWaysBack = 100_000;

/** And more menus than this before a single one. */
const mostMenusBefore = 1_000;

/**
 * The menus from which a caller can have come to each of these, with no menu between, in the order of
 * the script; a node that is named twice has two ways back. Menus that no call comes to count only for others of their kind. Where there are very
 * many (over 100,000 pairs, or 1,000 for one) the first of each are taken, the same number for all:
 * what a call can reach stays the same.
 *
 * Every menu walks forwards until other menus, and passes a node only as long as that lacks menus: at
 * most edges times 1,000 steps, and far fewer where many menus go back.
 */
export function menusBefore(
  flow: CallFlow,
  ids: readonly NodeId[],
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const before = new Map<NodeId, NodeId[]>(ids.map((id) => [id, []]));
  if (before.size === 0) return before;
  const most = Math.min(mostMenusBefore, Math.max(1, Math.floor(mostWaysBack / ids.length)));
  const starts = flow.entries.map(({ start }) => start);
  const reached = reachableFrom(flow, starts);
  const passed = new Map<NodeId, { times: number; last: NodeId }>();

  /** True the first time that a menu comes to a node which needs more of them. */
  const passes = (to: NodeId, menu: NodeId): boolean => {
    const known = passed.get(to);
    if (known === undefined) passed.set(to, { times: 1, last: menu });
    else if (known.last === menu || known.times >= most) return false;
    else {
      known.times += 1;
      known.last = menu;
    }
    return true;
  };

  for (const { id: menu, kind } of flow.nodes) {
    if (kind !== 'menu') continue;
    const waiting = [menu];
    for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
      for (const { to } of edgesFrom(flow, here)) {
        if (to === menu || reached.has(to) !== reached.has(menu) || !passes(to, menu)) continue;
        if (nodeAt(flow, to).kind !== 'menu') waiting.push(to);
        else before.get(to)?.push(menu);
      }
    }
  }
  return before;
}
