import { smithOrder } from '../../optimise/smith-order.ts';
import type { Seat } from '../arrange.ts';
import { sum } from './sum.ts';

/** An option at a place of a menu that is to be. */
export interface Placed {
  readonly seat: Seat;
  readonly seconds: number;
  /** Choices a call. */
  readonly weight: number;
  readonly isFixed: boolean;
}

/** Seconds a call that are spent listening up to the options that are chosen. */
export function listening(
  placed: readonly Pick<Placed, 'seconds' | 'weight'>[],
  fullListenShare: number,
): number {
  const all = sum(placed.map(({ seconds }) => seconds));
  let heard = 0;
  return sum(
    placed.map(({ seconds, weight }) => {
      heard += seconds;
      return weight * (fullListenShare * all + (1 - fullListenShare) * heard);
    }),
  );
}

/** Less than this a visit is not worth more changes of keys than the change itself takes (judgement). */
const leastGain = 0.3;

/**
 * The same options in the order in which callers listen least, and what that saves; nothing where it
 * saves less than is worth the trouble.
 */
export function inBestOrder(
  placed: readonly Placed[],
  fullListenShare: number,
  visitsPerCall: number,
): { readonly placed: readonly Placed[]; readonly saving: number } | undefined {
  const items = placed.map((one) => ({ ...one, pinned: one.isFixed || one.seconds === 0 }));
  const ordered = smithOrder(items).order.flatMap((place) => placed[place] ?? []);
  const saving = listening(placed, fullListenShare) - listening(ordered, fullListenShare);
  return saving < leastGain * visitsPerCall ? undefined : { placed: ordered, saving };
}
