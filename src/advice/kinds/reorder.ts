import { pinReason } from '../../script/pinned-option.ts';
import { smithOrder } from '../../optimise/smith-order.ts';
import { demandAfter } from '../demand-seats.ts';
import type { Ground, MenuNumbers } from '../ground.ts';
import { reorderChange } from '../reorder-change.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { sum } from './sum.ts';

/** Seconds a call that are spent listening up to the options that are chosen. */
function listening(
  seconds: readonly number[],
  weights: readonly number[],
  order: readonly number[],
): number {
  let heard = 0;
  return sum(
    order.map((option) => {
      heard += seconds[option] ?? 0;
      return (weights[option] ?? 0) * heard;
    }),
  );
}

/**
 * What another order saves: the weighted sums of what is heard, one less the other; nothing for those who
 * hear everything in any case.
 */
export function reorderSaving(
  {
    seconds,
    weights,
    fullListenShare,
  }: Pick<MenuNumbers, 'seconds' | 'weights' | 'fullListenShare'>,
  order: readonly number[],
): number {
  const today = seconds.map((_, option) => option);
  const saved = listening(seconds, weights, today) - listening(seconds, weights, order);
  return (1 - fullListenShare) * saved;
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
