import { pinReason } from '../../script/pinned-option.ts';
import { smithOrder } from '../../optimise/smith-order.ts';
import { demandAfter } from '../demand-seats.ts';
import type { Ground, MenuNumbers } from '../ground.ts';
import { reorderChange } from '../reorder-change.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { listening } from './in-best-order.ts';

/**
 * What another order saves: the weighted sums of what is heard, one less the other; nothing where
 * everybody hears everything in any case.
 */
function reorderSaving(
  {
    seconds,
    weights,
    fullListenShare,
  }: Pick<MenuNumbers, 'seconds' | 'weights' | 'fullListenShare'>,
  order: readonly number[],
): number {
  const items = seconds.map((length, option) => ({
    seconds: length,
    weight: weights[option] ?? 0,
  }));
  const ordered = order.flatMap((option) => items[option] ?? []);
  return listening(items, fullListenShare) - listening(ordered, fullListenShare);
}

function reorderOne(ground: Ground, numbers: MenuNumbers): Proposal | undefined {
  const { id, menu, seconds, weights } = numbers;
  const items = menu.options.map((option, index) => ({
    seconds: seconds[index] ?? 0,
    weight: weights[index] ?? 0,
    pinned: pinReason(option, (seconds[index] ?? 0) > 0) !== undefined,
  }));
  const { order, exact } = smithOrder(items);
  if (order.every((position, place) => position === place)) return undefined;
  return {
    saving: reorderSaving(numbers, order),
    optimal: exact,
    orders: id,
    make(): Proposed | undefined {
      const change = reorderChange(ground.flow, id, menu, order);
      if (change === undefined) return undefined;
      return { change, demand: demandAfter(ground.demand, [{ change }]) };
    },
  };
}

/** The best order of each menu whose order isn't the best. */
export function proposeOrders(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((numbers) =>
    numbers.fullListenShare === 1 ? [] : (reorderOne(ground, numbers) ?? []),
  );
}
