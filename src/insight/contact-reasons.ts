import type { CallFlow } from '../flow/call-flow.ts';
import type { Outcome } from '../replay/outcome.ts';
import type { Replay } from '../replay/replay.ts';
import { defineInsight, type InsightInput } from './insight.ts';
import { concentrationOf } from './paths.ts';
import { rateOf, type Rate } from './rate.ts';
import { reasonsOfPaths } from './reason-of-path.ts';
import { repeatCalls } from './repeat-calls.ts';
import { noReason } from './slices.ts';
import { tableOf } from './table.ts';
import { wasPassedOn } from './transfers.ts';

/** What became of the calls with one contact reason. */
export interface ReasonCalls {
  /** Nothing for calls that chose no option with a reason. */
  readonly reason: string | undefined;
  /** Of all calls. */
  readonly calls: Rate;
  /** Of the calls with this reason. */
  readonly served: Rate;
  readonly people: Rate;
  readonly lost: Rate;
  readonly failed: Rate;
  readonly abandoned: Rate;
  /** Calls that people passed on, of those that they answered. */
  readonly passedOn: Rate;
}

interface Counts {
  calls: number;
  answered: number;
  passedOn: number;
  readonly outcomes: Map<Outcome, number>;
}

/** One row a contact reason, most calls first; calls without a reason last. */
export function contactReasonsOf(
  flow: CallFlow,
  { calls, paths }: Pick<Replay, 'calls' | 'paths'>,
): readonly ReasonCalls[] {
  const { reasons, of } = reasonsOfPaths(flow);
  const fresh = (): Counts => ({ calls: 0, answered: 0, passedOn: 0, outcomes: new Map() });
  const counts = new Map<string | undefined, Counts>(reasons.map((reason) => [reason, fresh()]));
  counts.set(undefined, fresh());
  for (const path of paths) {
    const count = counts.get(of(path));
    if (count === undefined) continue;
    count.calls += path.calls;
    count.outcomes.set(path.outcome, (count.outcomes.get(path.outcome) ?? 0) + path.calls);
    const wasPassed = wasPassedOn(path.steps);
    if (wasPassed === undefined) continue;
    count.answered += path.calls;
    if (wasPassed) count.passedOn += path.calls;
  }
  const rows = [...counts].map(([reason, count]): ReasonCalls => {
    const rate = (...names: readonly Outcome[]): Rate =>
      rateOf(
        names.reduce((sum, name) => sum + (count.outcomes.get(name) ?? 0), 0),
        count.calls,
      );
    return {
      reason,
      calls: rateOf(count.calls, calls),
      served: rate('self-served'),
      people: rate('routed', 'opted-out'),
      lost: rate('hung-up', 'timed-out'),
      failed: rate('failed'),
      abandoned: rate('queue-abandoned'),
      passedOn: rateOf(count.passedOn, count.answered),
    };
  });
  const known = rows.filter(({ reason }) => reason !== undefined);
  const unknown = rows.filter(({ reason, calls: own }) => reason === undefined && own.count > 0);
  return [...known.sort((a, b) => b.calls.count - a.calls.count), ...unknown];
}

/** Calls that are followed by another of the same caller, by reason; nothing where callers aren't known. */
function againWithinWeek(
  flow: CallFlow,
  { details, window }: InsightInput['log'],
  replay: Replay,
): ReadonlyMap<string, Rate> | undefined {
  const callers = details?.callers;
  if (callers === undefined || window === undefined) return undefined;
  const end = Math.min(details?.selection.to ?? window.to, window.to);
  return new Map(
    repeatCalls(flow, replay, callers, end, [7]).flatMap(({ reason, rate }) =>
      reason === undefined ? [] : [[reason, rate]],
    ),
  );
}

/** What callers call for, and how that went. */
export const contactReasonsInsight = defineInsight({
  id: 'contact-reasons',
  title: 'Contact reasons',
  question: 'Why do callers call, and how do their calls end?',
  definition:
    'The contact reason of a call is the reason of the first option it chose that has one. Calls: calls with this reason, out of all calls. How they ended: out of the calls with this reason. Passed on: out of those that people answered. Again within a week: see repeat-calls, if the log names callers.',
  source:
    'reasons as the script names them; an observed choice depends on labels and positions, too, and calls that were lost early show none',
  find({ flow, log, replay }) {
    const rows = contactReasonsOf(flow, replay);
    const known = rows.filter(({ reason }) => reason !== undefined);
    if (known.length === 0)
      return { tables: [], unknown: 'The script has no option that stands for a contact reason.' };
    const none = rows.find(({ reason }) => reason === undefined);
    const isTold = rows.some(({ passedOn }) => passedOn.count > 0);
    const again = againWithinWeek(flow, log, replay);
    const columns = {
      reason: 'reason',
      calls: ['of all calls', 'rate'],
      served: ['self-served', 'rate'],
      people: ['reached people', 'rate'],
      lost: ['lost', 'rate'],
      failed: ['failed', 'rate'],
      abandoned: ['left waiting', 'rate'],
      ...(isTold ? { passedOn: ['passed on', 'rate'] as const } : {}),
      ...(again === undefined ? {} : { again: ['again within a week', 'rate'] as const }),
    } as const;
    return {
      tables: [
        {
          ...tableOf(
            'reasons',
            'By reason',
            columns,
            rows.map(({ reason = noReason, ...rest }) => ({
              ...{ reason, ...rest },
              again: again?.get(reason),
            })),
          ),
          chart: 'calls',
        },
        tableOf(
          'concentration',
          'How few make most',
          {
            share: 'of the calls with a reason',
            paths: ['reasons', 'number'],
            of: ['of', 'number'],
          },
          concentrationOf(known.map(({ calls }) => calls.count)).map(({ share, ...rest }) => ({
            share: `${share * 100} %`,
            ...rest,
          })),
        ),
      ],
      excluded:
        none === undefined
          ? []
          : [{ count: none.calls.count, what: 'calls that chose no option with a reason' }],
    };
  },
});
