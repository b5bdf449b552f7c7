import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import { edgesFrom, edgesInto, nodeOf, type CallFlow } from './call-flow.ts';

/** What a key does for callers who use it to find their way, in words that end "it …". */
export type KeyMeaning = string;

function meanings(
  flow: CallFlow,
  menu: NodeId,
  index: number,
  option: NodeOfKind<'menu'>['options'][number],
  depths: ReadonlyMap<NodeId, number>,
): readonly KeyMeaning[] {
  const { to, do: does, role, language } = option;
  if (does === 'repeat') return ['repeats the menu'];
  if (role === 'agent') return ['asks for a person'];
  if (role !== undefined || language !== undefined) return [];
  if (does === 'back') {
    const [first, ...others] = edgesFrom(flow, menu).filter((edge) => edge.option === index);
    const only = first !== undefined && others.length === 0 ? [`returns to "${first.to}"`] : [];
    return ['goes back', ...only];
  }
  if (to === undefined) return [];
  if (to === menu) return ['repeats the menu'];
  const target = nodeOf(flow, to);
  if (target?.kind === 'hangup') return ['ends the call'];
  const isReturn = (depths.get(to) ?? Infinity) < (depths.get(menu) ?? 0);
  if (target?.kind !== 'menu' || !isReturn) return [];
  const isBefore = edgesInto(flow, menu).some((edge) => edge.from === to);
  return [`returns to "${to}"`, ...(isBefore ? ['goes back'] : [])];
}

/**
 * What an option means beyond its menu, in every word that fits: repeat, back, a menu before, a
 * person, the end. Nothing for an option that leads on, as most do.
 */
export function keyMeanings(
  flow: CallFlow,
  menu: NodeId,
  index: number,
  depths: ReadonlyMap<NodeId, number>,
): readonly KeyMeaning[] {
  const node = nodeOf(flow, menu)?.node;
  const option = node?.kind === 'menu' ? node.options[index] : undefined;
  return option === undefined ? [] : meanings(flow, menu, index, option, depths);
}
