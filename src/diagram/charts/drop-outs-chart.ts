import { times } from '../words/times.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import { findDropOuts, worstDropOuts } from '../../insight/drop-outs.ts';
import type { Rate } from '../../insight/rate.ts';
import type { Replay } from '../../replay/replay.ts';
import { formatCount, formatShare } from '../numbers.ts';
import type { BarChart } from './layout-bars.ts';
import { namedNode } from './named-node.ts';
import { rateLabel } from './rate-bar.ts';

/** How many that is of those who came there; nothing of few calls. */
const ofThose = ({ rate, trust, of }: Rate): string =>
  rate === undefined || trust === 'hidden' ? '' : ` · ${formatShare(rate)} of ${formatCount(of)}`;

/** More nodes than this are counted in one bar. */
const mostNodes = 12;

/** Where callers are lost: a bar for each node that lost some, as long as the calls that it lost. */
export function dropOutsChart(
  flow: CallFlow,
  replay: Pick<Replay, 'nodes' | 'dropOutsElsewhere'>,
): BarChart {
  const worst = worstDropOuts(findDropOuts(replay));
  const lost = worst.reduce((sum, { count }) => sum + count, replay.dropOutsElsewhere);
  const shown = worst.length > mostNodes ? worst.slice(0, mostNodes - 1) : worst;
  const others = worst.slice(shown.length);
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => formatShare(lost === 0 ? 0 : count / lost);
  const named = shown.map(({ node, ...rate }) => ({
    ...namedNode(flow, node),
    parts: [{ value: rate.count, tone: 'trouble' as const }],
    text: `${formatCount(rate.count)} · ${share(rate.count)} of lost${ofThose(rate)}`,
    label: `${namedNode(flow, node).name}: ${rateLabel(rate)} that came there; ${share(rate.count)} of all that were lost.`,
  }));
  const plain = (name: string, count: number) => ({
    name,
    parts: [{ value: count, tone: 'trouble' as const }],
    text: `${formatCount(count)} · ${share(count)} of lost`,
    label: `${name}: ${times(formatCount(count), 'call', 'calls')}.`,
  });
  const bars = [
    ...named,
    ...(rest === 0 ? [] : [plain(times(others.length, 'other step', 'other steps'), rest)]),
    ...(replay.dropOutsElsewhere === 0
      ? []
      : [plain('outside the steps of the menu', replay.dropOutsElsewhere)]),
  ];
  return {
    title: 'Where callers are lost',
    caption:
      'Calls that ended there without success, and their share of the calls that came there.',
    description: `${times(formatCount(lost), 'call was', 'calls were')} lost. ${bars.map(({ label }) => label).join(' ')}`,
    unit: 'count',
    groups: [{ title: undefined, bars }],
    legend: [],
    empty: 'No call was lost in the menus.',
  };
}
