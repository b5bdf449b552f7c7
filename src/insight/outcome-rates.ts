import { outcomes, type Outcome } from '../replay/outcome.ts';
import type { Replay } from '../replay/replay.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** What each outcome means, in a few words. */
export const outcomeMeanings: Readonly<Record<Outcome, string>> = {
  'self-served': 'a task was done, or the caller heard what they asked for',
  routed: 'reached the people that the path leads to',
  'opted-out': 'asked for a person and reached one',
  'hung-up': 'left inside the menus: drop-outs',
  'timed-out': 'cut off after silence or unknown keys: drop-outs',
  failed: 'a system error, or turned away',
  'queue-abandoned': 'left while waiting',
  messaged: 'left a message, or asked for a callback',
  unfinished: 'the log ends before the call does',
};

/** Every outcome as a share of all calls, in the order of `outcomes`. */
export function outcomeRates(
  replay: Pick<Replay, 'calls' | 'outcomes'>,
): readonly (Rate & { readonly outcome: Outcome })[] {
  return outcomes.map((outcome) => ({
    outcome,
    ...rateOf(replay.outcomes[outcome], replay.calls),
  }));
}

/** How calls ended. */
export const outcomesInsight = defineInsight({
  id: 'outcomes',
  title: 'How calls ended',
  question: 'Who was served, who reached people, and who was lost?',
  definition:
    'Calls with this outcome, out of all calls of the log. Every call has exactly one outcome, so the outcomes add up.',
  source: 'classes as in docs/how-calls-are-counted.md',
  find: ({ replay }) => ({
    tables: [
      tableOf(
        'outcomes',
        'Outcomes',
        { outcome: 'outcome', calls: ['of all calls', 'rate'], means: 'what it means' },
        outcomeRates(replay).map(({ outcome, ...calls }) => ({
          outcome,
          calls,
          means: outcomeMeanings[outcome],
        })),
      ),
    ],
    notes:
      replay.turnedAway === 0
        ? []
        : [`Of the failed, ${replay.turnedAway} were turned away as the script says.`],
  }),
});
