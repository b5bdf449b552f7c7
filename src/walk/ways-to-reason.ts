import { edgesInto, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption } from '../script/script.ts';
import type { Language } from '../script/values.ts';
import type { ContactReason } from './contact-reasons.ts';
import { isSameLanguage } from './languages.ts';

/** How a caller gets to what they want: at each menu, the option that is nearest to it. */
export type WaysToReason = ReadonlyMap<NodeId, number>;

/** The option of a menu that an edge belongs to. */
function optionOf(flow: CallFlow, edge: FlowEdge): MenuOption | undefined {
  const { node } = flow.graph.node(edge.from);
  return node.kind === 'menu' && edge.option !== undefined ? node.options[edge.option] : undefined;
}

/**
 * Whether a caller who means to go on, and to keep their language, can come along this way, and
 * whether it takes a choice.
 */
function passage(flow: CallFlow, edge: FlowEdge, language: Language): 'free' | 'chosen' | 'none' {
  const option = optionOf(flow, edge);
  if (edge.does === 'repeat') return 'none';
  if (option?.language !== undefined && !isSameLanguage(option.language, language)) return 'none';
  switch (edge.trigger) {
    case 'key':
    case 'case':
      return option === undefined ? 'free' : 'chosen';
    case 'next':
    case 'success':
      return 'free';
    case 'noInput':
    case 'noMatch':
    case 'failure':
    case 'overflow':
    case 'closed':
    case 'error':
      return 'none';
  }
}

/**
 * The option to take at every menu from which the reason can be reached with the fewest choices,
 * the earliest in reading order where several are as near. Breadth first from the options that
 * serve the reason, against the edges: linear in them.
 */
export function waysToReason(
  flow: CallFlow,
  reason: ContactReason,
  language: Language,
): WaysToReason {
  const ways = new Map<NodeId, number>();
  for (const { menu, option } of reason.options)
    ways.set(menu, Math.min(ways.get(menu) ?? option, option));
  const seen = new Set<NodeId>(ways.keys());
  let layer: readonly NodeId[] = [...seen];
  while (layer.length > 0) {
    const nearby = [...layer];
    const chosen = new Map<NodeId, number>();
    for (let id = nearby.pop(); id !== undefined; id = nearby.pop()) {
      for (const edge of edgesInto(flow, id)) {
        if (seen.has(edge.from)) continue;
        const kind = passage(flow, edge, language);
        if (kind === 'free') {
          seen.add(edge.from);
          nearby.push(edge.from);
        } else if (kind === 'chosen' && edge.option !== undefined) {
          const before = chosen.get(edge.from) ?? edge.option;
          chosen.set(edge.from, Math.min(before, edge.option));
        }
      }
    }
    for (const [menu, option] of chosen) {
      seen.add(menu);
      ways.set(menu, option);
    }
    layer = [...chosen.keys()];
  }
  return ways;
}
