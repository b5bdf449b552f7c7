import { times } from '../words/times.ts';
import { outcomeMeanings, outcomeRates } from '../../insight/outcome-rates.ts';
import type { Outcome } from '../../replay/outcome.ts';
import type { Replay } from '../../replay/replay.ts';
import { formatCount } from '../numbers.ts';
import type { Tone } from '../theme.ts';
import type { BarChart } from './layout-bars.ts';
import { intervalOf, rateLabel, rateText } from './rate-bar.ts';

/** Red is for those who were lost; people are green, as queues are in the diagram. */
const outcomeTones: Readonly<Record<Outcome, Tone>> = {
  'self-served': 'heat3',
  routed: 'people',
  'opted-out': 'people',
  'hung-up': 'trouble',
  'timed-out': 'trouble',
  failed: 'trouble',
  'queue-abandoned': 'message',
  messaged: 'heat1',
  unfinished: 'heat0',
};

/** How calls ended: a bar for every outcome that a call had, in the order of reports. */
export function outcomesChart(replay: Pick<Replay, 'calls' | 'outcomes'>): BarChart {
  const bars = outcomeRates(replay)
    .filter(({ count }) => count > 0)
    .map(({ outcome, ...rate }) => ({
      name: outcome,
      parts: [{ value: rate.count / Math.max(1, rate.of), tone: outcomeTones[outcome] }],
      text: rateText(rate),
      interval: intervalOf(rate),
      label: `${outcome}, ${outcomeMeanings[outcome]}: ${rateLabel(rate)}.`,
    }));
  return {
    title: 'How calls ended',
    caption: 'Share of all calls; every call has one outcome. Lines show the 95 % interval.',
    description: `${times(formatCount(replay.calls), 'call', 'calls')} by outcome. ${bars.map(({ label }) => label).join(' ')}`,
    unit: 'share',
    groups: [{ title: undefined, bars }],
    legend: [
      { sign: 'box', tone: 'heat3', text: 'served without a person' },
      { sign: 'box', tone: 'people', text: 'reached people' },
      { sign: 'box', tone: 'trouble', text: 'lost or failed' },
      { sign: 'whisker', tone: 'ink', text: '95 % interval' },
    ],
    empty: 'The log has no call.',
  };
}
