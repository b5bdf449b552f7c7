import type { NodeId } from '../script/names.ts';
import type { NodeOfKind } from '../script/script.ts';
import { type CallFlow, edgesFrom, nodeAt } from './call-flow.ts';
import { leadingStraightTo } from './straight-to.ts';

/** Where people answer, or may: what is behind the last two can't be seen. */
const peopleKinds = new Set(['queue', 'transfer', 'callback', 'subflow', 'opaque']);

/** The nodes at which people answer, or may, and those whose ways out are lost. */
export function perhapsPeople(flow: CallFlow): readonly NodeId[] {
  return [
    ...flow.nodes.filter(({ kind }) => peopleKinds.has(kind)).map(({ id }) => id),
    ...flow.loose.filter(({ from }) => nodeAt(flow, from).kind !== 'menu').map(({ from }) => from),
  ];
}

/**
 * Tells of menus whether an option offers a person: one that says so by its role, or that leads to
 * people with no other question between. True also where that can't be seen.
 */
export function personOffers(flow: CallFlow): (id: NodeId, menu: NodeOfKind<'menu'>) => boolean {
  const straight = leadingStraightTo(flow, perhapsPeople(flow));
  return (id, menu) => {
    if (
      menu.options.some(({ role, to, do: does }) => role === 'agent' || (to ?? does) === undefined)
    )
      return true;
    return edgesFrom(flow, id).some(
      ({ option, does, to }) => option !== undefined && does === undefined && straight.has(to),
    );
  };
}
