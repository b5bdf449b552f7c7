import type { NodeId } from '../script/names.ts';
import type { Arrangement, Seat } from './arrange.ts';
import type { Change } from './change.ts';
import type { Demand, NodeDemand } from './demand.ts';
import { menusAbove, type Ground } from './ground.ts';

type Counts = { -readonly [Field in keyof NodeDemand]: NodeDemand[Field] } & {
  choices: number[];
};

/** Demand that is being moved about. */
export interface MovedDemand {
  readonly of: (id: NodeId) => Counts | undefined;
  readonly done: () => Demand;
}

/** A copy of a demand in which counts can be moved. */
export function moveDemand(demand: Demand): MovedDemand {
  const changed = new Map<NodeId, Counts>();
  return {
    of(id) {
      const known = changed.get(id);
      const before = demand.nodes.get(id);
      if (known !== undefined || before === undefined) return known;
      const own: Counts = { ...before, choices: [...before.choices] };
      changed.set(id, own);
      return own;
    },
    done: () => ({ ...demand, nodes: new Map([...demand.nodes, ...changed]) }),
  };
}

/** Takes visits of callers who come here no more off a menu; silence and slips stay. */
function visitLess(menu: Counts | undefined, times: number): void {
  if (menu === undefined) return;
  menu.visits = Math.max(0, menu.visits - times);
  menu.hearings = Math.max(0, menu.hearings - times);
}

/**
 * The same callers at menus whose options were arranged anew: who wanted an option goes where it stands
 * now, past the menus that led to it.
 */
export function demandInSeats(ground: Ground, arrangements: readonly Arrangement[]): Demand {
  const moved = moveDemand(ground.demand);
  const times = ({ menu, option }: Seat): number => moved.of(menu)?.choices[option] ?? 0;
  for (const { menu, seats } of arrangements) {
    for (const seat of seats) {
      if (seat.menu === menu) continue;
      const callers = times(seat);
      let below: NodeId = seat.menu;
      for (const way of menusAbove(ground, seat.menu)) {
        visitLess(moved.of(below), callers);
        const above = moved.of(way.menu);
        if (above !== undefined)
          above.choices[way.option] = Math.max(0, (above.choices[way.option] ?? 0) - callers);
        below = way.menu;
        if (below === menu) break;
      }
    }
  }
  const choices = arrangements.map(({ menu, seats }) => [menu, seats.map(times)] as const);
  // Where an option is offered twice, everyone takes it where it is met first.
  for (const { seats } of arrangements) {
    for (const { menu, option, isCopy } of seats) {
      const counts = isCopy === true ? moved.of(menu) : undefined;
      if (counts !== undefined) counts.choices[option] = 0;
    }
  }
  for (const [menu, own] of choices) {
    const counts = moved.of(menu);
    if (counts !== undefined) counts.choices = own;
  }
  return moved.done();
}

/** The same callers at a menu in another order: choices go along with their options. */
function demandInOrder(demand: Demand, id: NodeId, order: readonly number[]): Demand {
  const wanted = demand.nodes.get(id);
  if (wanted === undefined) return demand;
  const choices = order.map((position) => wanted.choices[position] ?? 0);
  return { ...demand, nodes: new Map(demand.nodes).set(id, { ...wanted, choices }) };
}

/** The same callers at a script whose menus were put in other orders. */
export function demandAfter(
  demand: Demand,
  reorderings: readonly { readonly change: Pick<Change, 'about'> }[],
): Demand {
  return reorderings.reduce(
    (wanted, { change: { about } }) =>
      about.kind === 'reorder' ? demandInOrder(wanted, about.menu, about.order) : wanted,
    demand,
  );
}
