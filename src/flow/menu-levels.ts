import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, nodeAt, nodeOfKind } from './call-flow.ts';
import { leastCosts } from './least-costs.ts';
import { isLanguageMenu } from './main-menus.ts';
import { oncePerFlow } from './once-per-flow.ts';

/** Steps that callers take on their way down; what they get wrong leads nowhere deeper. */
const down = new Set(['key', 'case', 'next', 'success']);

/**
 * How deep each menu lies: how many menus a caller has chosen in, this one included, on the shortest
 * way from an entry. A choice of language is no level, nor are opening hours. What comes behind a
 * finished self-service, a queue or a message lies on no way down and is left out.
 */
export const menuLevels: (flow: CallFlow) => ReadonlyMap<NodeId, number> = oncePerFlow((flow) => {
  const levelOf = (id: NodeId): number => {
    const menu = nodeOfKind(flow, id, 'menu');
    return menu === undefined || isLanguageMenu(menu) ? 0 : 1;
  };
  const starts = flow.entries.map(({ start }) => ({ to: start, cost: levelOf(start) }));
  const costs = leastCosts(starts, (id, take) => {
    const { node } = nodeAt(flow, id);
    switch (node.kind) {
      case 'task':
        if (node.selfService === true) return;
        break;
      case 'announcement':
      case 'menu':
      case 'collect':
      case 'branch':
      case 'subflow':
      case 'opaque':
        break;
      case 'queue':
      case 'transfer':
      case 'voicemail':
      case 'callback':
      case 'hangup':
        return;
    }
    for (const { to, trigger, does } of edgesFrom(flow, id))
      if (does === undefined && down.has(trigger)) take(to, levelOf(to));
  });
  const menus = flow.nodes.filter(({ id, kind }) => kind === 'menu' && costs.has(id));
  return new Map(menus.map(({ id }) => [id, costs.get(id)?.cost ?? 0]));
});
