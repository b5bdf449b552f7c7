import type { CallerCalls } from '../calls/call-details.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { clusteredRate, type Cluster } from './clustered-rate.ts';
import { defineInsight } from './insight.ts';
import type { Rate } from './rate.ts';
import { reasonsOfPaths } from './reason-of-path.ts';
import { noReason } from './slices.ts';
import { tableOf } from './table.ts';

/** Calls that are followed by another call of the same caller. */
export interface RepeatCalls {
  /** Nothing for all calls together. */
  readonly reason: string | undefined;
  readonly days: number;
  /** Of the calls that have that many days behind them in the log. */
  readonly rate: Rate;
  /** Calls too near to the end of the log to know. */
  readonly censored: number;
}

export const repeatDays = [1, 7, 30] as const;
const dayMs = 86_400_000;

/** The time until the caller's next call, by the position of a call; infinite where none comes. */
function untilNext({ caller, at }: CallerCalls): Float64Array {
  const order = Uint32Array.from(caller, (_, index) => index).sort(
    (a, b) => (caller[a] ?? 0) - (caller[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0) || a - b,
  );
  const until = new Float64Array(caller.length).fill(Number.POSITIVE_INFINITY);
  for (let index = 0; index + 1 < order.length; index += 1) {
    const [one = 0, next = 0] = [order[index], order[index + 1]];
    if (caller[one] === caller[next]) until[one] = (at[next] ?? 0) - (at[one] ?? 0);
  }
  return until;
}

/**
 * Repeat calls within 1, 7 and 30 days, of all calls and by contact reason. Of the calls that began less
 * than so many days before `end` nobody knows whether the caller calls again: they are in no rate.
 */
export function repeatCalls(
  flow: CallFlow,
  { paths }: Pick<Replay, 'paths'>,
  callers: CallerCalls,
  end: number,
): readonly RepeatCalls[] {
  const { reasons, of } = reasonsOfPaths(flow);
  const reasonOf = paths.map((path) => of(path) ?? noReason);
  const until = untilNext(callers);
  const groups = [undefined, ...reasons, noReason];
  return repeatDays.flatMap((days) => {
    const clusters = new Map<string | undefined, Map<number, { count: number; of: number }>>();
    const censored = new Map<string | undefined, number>();
    for (const group of groups) clusters.set(group, new Map());
    callers.caller.forEach((caller, index) => {
      const reason = reasonOf[callers.variant[index] ?? 0] ?? noReason;
      const isKnown = (callers.at[index] ?? 0) + days * dayMs <= end;
      for (const group of [undefined, reason]) {
        if (!isKnown) {
          censored.set(group, (censored.get(group) ?? 0) + 1);
          continue;
        }
        const own = clusters.get(group);
        const cluster = own?.get(caller) ?? { count: 0, of: 0 };
        own?.set(caller, cluster);
        cluster.of += 1;
        if ((until[index] ?? 0) <= days * dayMs) cluster.count += 1;
      }
    });
    return groups.map((reason): RepeatCalls => {
      const own: Iterable<Cluster> = clusters.get(reason)?.values() ?? [];
      return { reason, days, rate: clusteredRate(own), censored: censored.get(reason) ?? 0 };
    });
  });
}

/** Who has to call again. */
export const repeatCallsInsight = defineInsight({
  id: 'repeat-calls',
  title: 'Repeat calls',
  question: 'How many callers call again within a day, a week, a month, and for what?',
  definition:
    'Calls that are followed by another call of the same caller within 1, 7 or 30 days, of the calls that have as many days behind them in the log. Calls later than that are left out, not counted as settled (right-censoring), and so are calls of withheld numbers. Calls of one caller are not independent: intervals allow for that.',
  source:
    'repeat calls by caller and window, as contact centres count them; first-contact resolution is 1 less this at best',
  find({ flow, log, replay }) {
    const { details, window } = log;
    const callers = details?.callers;
    if (callers === undefined || window === undefined)
      return {
        tables: [],
        unknown: 'The log names no callers, or they were not read: a column `caller` is needed.',
      };
    const { to = window.to } = details?.selection ?? {};
    const all = repeatCalls(flow, replay, callers, Math.min(to, window.to));
    const rateOf = (reason: string | undefined, days: number): Rate | undefined =>
      all.find((one) => one.reason === reason && one.days === days)?.rate;
    const names = [...new Set(all.map(({ reason }) => reason))];
    const rows = names
      .map((reason) => ({
        reason: reason ?? '(all)',
        day: rateOf(reason, 1),
        week: rateOf(reason, 7),
        month: rateOf(reason, 30),
      }))
      .filter(({ day }) => (day?.of ?? 0) > 0);
    const columns = {
      reason: 'reason',
      day: ['within 1 day', 'rate'],
      week: ['within 7 days', 'rate'],
      month: ['within 30 days', 'rate'],
    } as const;
    const censored = all.filter(({ reason }) => reason === undefined);
    return {
      tables: [tableOf('repeat-calls', 'By reason of the first call', columns, rows)],
      excluded: [
        ...(callers.withheld === 0
          ? []
          : [{ count: callers.withheld, what: 'calls of withheld or untold numbers' }]),
        ...censored
          .filter((one) => one.censored > 0)
          .map((one) => ({
            count: one.censored,
            what: `calls less than ${one.days} ${one.days === 1 ? 'day' : 'days'} before the end of the log`,
          })),
      ],
      notes:
        callers.oneOf === 1
          ? []
          : [`One in ${callers.oneOf} callers was kept, with all their calls.`],
    };
  },
});
