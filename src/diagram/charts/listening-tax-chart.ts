import type { InsightInput } from '../../insight/insight.ts';
import { listeningTax } from '../../insight/timing/listening-tax.ts';
import { namedOption, timingOf } from '../../insight/timing/timing-of.ts';
import { cleanText } from '../clean-text.ts';
import { formatCount, formatShare } from '../numbers.ts';
import type { Bar, BarChart } from './layout-bars.ts';
import { namedNode } from './named-node.ts';

/** More menus than this are left to the table. */
const mostMenus = 6;

const hourSeconds = 3600;

/** What each option costs all callers: the callers' hours of its words, menus that take most first. */
export function listeningTaxChart(input: InsightInput): BarChart {
  const menus = timingOf(input)
    .flatMap((timed) => {
      const taxes = listeningTax(timed);
      const seconds = taxes.reduce((sum, tax) => sum + tax.seconds, 0);
      return seconds === 0 ? [] : [{ timed, taxes, seconds }];
    })
    .sort((a, b) => b.seconds - a.seconds);
  const shown = menus.slice(0, mostMenus);
  const groups = shown.map(({ timed, taxes }) => ({
    title: namedNode(input.flow, timed.node.id).name,
    bars: taxes.map(({ option, place, seconds, byOthers, chosen, takes }): Bar => {
      const name = cleanText(namedOption(timed.node, option));
      const { hearings } = timed.heard;
      const share = hearings === 0 ? '' : formatShare(chosen / hearings);
      const hours = (seconds / hourSeconds).toFixed(2);
      return {
        name,
        parts: [
          { value: (seconds - byOthers) / hourSeconds, tone: 'heat3' },
          { value: byOthers / hourSeconds, tone: 'heat1' },
        ],
        text: `${hours} h · chosen by ${share === '' ? formatCount(chosen) : share}`,
        label: `${name}, place ${place}, ${takes.toFixed(1)} s long: callers listened to it for ${hours} hours, ${(byOthers / hourSeconds).toFixed(2)} of them callers who chose otherwise; chosen in ${formatCount(chosen)} of ${formatCount(hearings)} hearings.`,
      };
    }),
  }));
  const others = menus.length - shown.length;
  return {
    title: 'What each option costs all callers',
    caption: `Hours that callers spent listening to the words of an option, in the order in which options are said.${others === 0 ? '' : ` ${others} more menus are in the table.`}`,
    description: groups
      .flatMap(({ bars }) => bars)
      .slice(0, 3)
      .map(({ label }) => label)
      .join(' '),
    unit: 'hours',
    groups,
    legend: [
      { sign: 'box', tone: 'heat3', text: 'heard by callers who chose it' },
      { sign: 'box', tone: 'heat1', text: 'heard by callers who wanted something else' },
    ],
    empty: 'The log does not show how long callers listen to the options of a menu.',
  };
}
