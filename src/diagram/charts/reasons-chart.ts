import type { CallFlow } from '../../flow/call-flow.ts';
import { contactReasonsOf, type ReasonCalls } from '../../insight/contact-reasons.ts';
import { reasonDemands, type ReasonDemand } from '../../insight/reason-demand.ts';
import type { Replay } from '../../replay/replay.ts';
import { plural } from '../../source/plural.ts';
import { cleanText } from '../clean-text.ts';
import { formatCount, formatShare } from '../numbers.ts';
import type { Bar, BarChart } from './layout-bars.ts';
import { rateLabel, rateText } from './rate-bar.ts';

/** More reasons than this are left to the table. */
const mostReasons = 16;

function barOf({ reason, ...rates }: ReasonCalls, demand: ReasonDemand | undefined): Bar {
  const { calls, served, people, lost, failed, abandoned } = rates;
  const all = Math.max(1, calls.of);
  const rest =
    calls.count - served.count - people.count - lost.count - failed.count - abandoned.count;
  const name = cleanText(reason ?? 'no reason told');
  const ends = [
    [served.count, 'served without a person'],
    [people.count, 'reached people'],
    [lost.count + failed.count, 'lost or failed'],
    [abandoned.count, 'left waiting'],
  ] as const;
  const told = ends.map(([count, what]) => `${formatCount(count)} ${what}`).join(', ');
  return {
    name,
    parts: [
      { value: served.count / all, tone: 'heat3' },
      { value: people.count / all, tone: 'people' },
      { value: rest / all, tone: 'heat1' },
      { value: abandoned.count / all, tone: 'message' },
      { value: (lost.count + failed.count) / all, tone: 'trouble' },
    ],
    text: rateText(calls),
    ...(demand === undefined ? {} : { atMost: demand.most, mark: demand.share }),
    label: `${name}: ${rateLabel(calls)}; ${told}.${demand === undefined ? '' : ` Probably wanted by ${formatShare(demand.share)}, including lost callers; at most by ${formatShare(demand.most)}.`}`,
  };
}

/**
 * What callers call for, by how their calls ended. Calls that told no reason could have had any: dots show
 * how long each bar could be at most, and its own end how long it is at least (C. F. Manski, Partial
 * Identification of Probability Distributions, 2003).
 */
export function reasonsChart(flow: CallFlow, replay: Pick<Replay, 'calls' | 'paths'>): BarChart {
  const rows = contactReasonsOf(flow, replay);
  const known = rows.filter(({ reason, calls }) => reason !== undefined && calls.count > 0);
  const none = rows.filter(({ reason, calls }) => reason === undefined && calls.count > 0);
  const demands = new Map(
    reasonDemands(flow, replay).reasons.map((demand) => [demand.reason, demand]),
  );
  const bars = [...known.slice(0, mostReasons), ...none].map((row) =>
    barOf(row, none.length === 0 ? undefined : demands.get(row.reason ?? '')),
  );
  const others = known.length - Math.min(known.length, mostReasons);
  return {
    title: 'What callers call for',
    caption: `Share of all calls, by the first option chosen that stands for a reason.${others === 0 ? '' : ` ${plural(others, 'more reason')} ${others === 1 ? 'is' : 'are'} in the table.`}`,
    description: bars.map(({ label }) => label).join(' '),
    unit: 'share',
    groups: [{ title: undefined, bars: known.length === 0 ? [] : bars }],
    legend: [
      { sign: 'box', tone: 'heat3', text: 'served without a person' },
      { sign: 'box', tone: 'people', text: 'reached people' },
      { sign: 'box', tone: 'heat1', text: 'other ends' },
      { sign: 'box', tone: 'message', text: 'left waiting' },
      { sign: 'box', tone: 'trouble', text: 'lost or failed' },
      ...(none.length === 0
        ? []
        : ([
            { sign: 'mark', tone: 'ink', text: 'probably wanted, including lost callers' },
            {
              sign: 'range',
              tone: 'muted',
              text: 'at most, if all calls without a reason wanted this',
            },
          ] as const)),
    ],
    empty: 'The menu has no option that stands for a contact reason.',
  };
}
