import type { CallerCalls } from '../calls/call-details.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { grouped } from '../source/plural.ts';
import { addCluster, clusteredRate, noClusters, type ClusterSums } from './clustered-rate.ts';
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
  /** Out of the calls after which the log has that many days. */
  readonly rate: Rate;
  /** Calls too near to the end of the log to know. */
  readonly censored: number;
}

const repeatDays = [1, 7, 30] as const;
const dayMs = 86_400_000;

/** The positions of calls, those of one caller together and in order of time. */
function byCaller({ caller, at }: CallerCalls): Uint32Array {
  return Uint32Array.from(caller, (_, index) => index).sort(
    (a, b) => (caller[a] ?? 0) - (caller[b] ?? 0) || (at[a] ?? 0) - (at[b] ?? 0) || a - b,
  );
}

interface Group {
  readonly sums: ClusterSums;
  censored: number;
  /** The calls of the caller whose turn it is. */
  count: number;
  of: number;
}

/** Repeat calls within some days, by the positions of groups; group 0 holds all calls. */
function repeatsWithin(
  callers: CallerCalls,
  order: Uint32Array,
  groupOf: (call: number) => number,
  {
    groups,
    within,
    end,
  }: { readonly groups: number; readonly within: number; readonly end: number },
): readonly Group[] {
  const { caller, at } = callers;
  const all = Array.from({ length: groups }, (): Group => {
    return { sums: noClusters(), censored: 0, count: 0, of: 0 };
  });
  const met = new Set<Group>();
  const add = (group: Group | undefined, isKnown: boolean, isRepeated: boolean): void => {
    if (group === undefined) return;
    if (!isKnown) {
      group.censored += 1;
      return;
    }
    met.add(group);
    group.of += 1;
    if (isRepeated) group.count += 1;
  };
  order.forEach((call, index) => {
    const next = order[index + 1];
    const isSame = next !== undefined && caller[next] === caller[call];
    const began = at[call] ?? 0;
    const isRepeated = isSame && (at[next] ?? 0) - began <= within;
    const isKnown = began + within <= end;
    add(all[0], isKnown, isRepeated);
    add(all[groupOf(call)], isKnown, isRepeated);
    if (isSame) return;
    for (const group of met) {
      addCluster(group.sums, group);
      group.count = 0;
      group.of = 0;
    }
    met.clear();
  });
  return all;
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
  windows: readonly number[] = repeatDays,
): readonly RepeatCalls[] {
  const { reasons, of } = reasonsOfPaths(flow);
  const names = [undefined, ...reasons, noReason];
  const positions = new Map(names.map((name, index) => [name, index]));
  const groupOfPath = paths.map((path) => positions.get(of(path) ?? noReason) ?? 0);
  const order = byCaller(callers);
  const groupOf = (call: number): number => groupOfPath[callers.variant[call] ?? 0] ?? 0;
  return windows.flatMap((days) => {
    const within = days * dayMs;
    const groups = repeatsWithin(callers, order, groupOf, { groups: names.length, within, end });
    return names.map((reason, index): RepeatCalls => {
      const group = groups[index];
      const rate = clusteredRate(group?.sums ?? noClusters());
      return { reason, days, rate, censored: group?.censored ?? 0 };
    });
  });
}

/** Who has to call again. */
export const repeatCallsInsight = defineInsight({
  id: 'repeat-calls',
  title: 'Repeat calls',
  question: 'How many callers call again within a day, a week or a month, and why?',
  definition:
    'Calls followed by another call of the same caller within 1, 7 or 30 days, out of the calls after which the log covers as many days. Later calls are left out, not counted as solved (right-censoring). Calls of withheld numbers are left out, too. Calls of one caller are not independent; the intervals allow for that.',
  source:
    'repeat calls by caller and window, as contact centres count them; first-contact resolution is at best 1 minus this',
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
          : [{ count: callers.withheld, what: 'calls of withheld or unknown numbers' }]),
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
          : [`One in ${grouped(callers.oneOf)} callers was kept, with all their calls.`],
    };
  },
});
