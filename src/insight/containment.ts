import type { Replay } from '../replay/replay.ts';
import { rateOf, type Rate } from './rate.ts';

/** Containment of all calls, both ways. */
export interface Containment {
  /** Calls that ended in the menus without a person, as many vendors count: hang-ups included. */
  readonly withHangUps: Rate;
  /** Calls that were served there: a hang-up is not a success. */
  readonly withoutHangUps: Rate;
}

/**
 * Containment with hang-ups (`self-served`, `hung-up`, `timed-out`) and without (`self-served`). What
 * lies between the two is false containment: callers who gave up, and may call again.
 */
export function containmentOf({
  calls,
  outcomes,
}: Pick<Replay, 'calls' | 'outcomes'>): Containment {
  const served = outcomes['self-served'];
  return {
    withHangUps: rateOf(served + outcomes['hung-up'] + outcomes['timed-out'], calls),
    withoutHangUps: rateOf(served, calls),
  };
}
