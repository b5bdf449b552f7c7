import type { Replay } from '../replay/replay.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

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

/** How many calls needed no person, both ways. */
export const containmentInsight = defineInsight({
  id: 'containment',
  title: 'Containment',
  question: 'How many calls needed no person, and how many of them were served?',
  definition:
    'The difference between the two is false containment. Without hang-ups: self-served calls, out of all calls. With hang-ups (as many vendors print it): self-served, hung-up and timed-out calls, out of all calls.',
  source:
    'B. Suhm & P. Peterson, A data-driven methodology for evaluating and optimizing call center IVRs, International Journal of Speech Technology 5 (2002) 23–37: hanging up is not success',
  find({ replay }) {
    const { withHangUps, withoutHangUps } = containmentOf(replay);
    const { calls, outcomes } = replay;
    const lost = outcomes['hung-up'] + outcomes['timed-out'];
    const people = outcomes.routed + outcomes['opted-out'] + outcomes['queue-abandoned'];
    const rows = [
      { measure: 'without hang-ups', calls: withoutHangUps, means: 'self-served' },
      { measure: 'with hang-ups', calls: withHangUps, means: 'self-served, hung-up and timed-out' },
      {
        measure: 'false containment',
        calls: rateOf(lost, calls),
        means: 'hung-up and timed-out: nobody knows whether they got what they called for',
      },
      {
        measure: 'came to people',
        calls: rateOf(people, calls),
        means: 'routed, opted-out and queue-abandoned',
      },
    ];
    const columns = {
      measure: 'measure',
      calls: ['of all calls', 'rate'],
      means: 'what is counted',
    } as const;
    return { tables: [tableOf('containment', 'Containment', columns, rows)] };
  },
});
