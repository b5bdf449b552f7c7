import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, nodeAt } from './call-flow.ts';

/** More announcements than this between two menus are no way to a menu any more. */
const mostAnnouncements = 50;

/** The menu that a call comes to from a node with nothing but announcements between. */
export function nextMenu(flow: CallFlow, id: NodeId): NodeId | undefined {
  let here: NodeId | undefined = id;
  for (let steps = 0; here !== undefined && steps <= mostAnnouncements; steps += 1) {
    const { kind } = nodeAt(flow, here);
    if (kind === 'menu') return here;
    here =
      kind === 'announcement'
        ? edgesFrom(flow, here).find((edge) => edge.trigger === 'next')?.to
        : undefined;
  }
  return undefined;
}
