import { moment, percent } from './numbers.ts';
import { grouped, plural } from './plural.ts';
import type { ReplayReport } from './replay-report.ts';

/** A fact with its name, as reports tell them at their head. */
export type Fact = readonly [name: string, text: string];

/** What was read and how well it fits: the window, rows that add up, calls, fitness, and what was odd. */
export function logFacts({ log, replay }: Pick<ReplayReport, 'log' | 'replay'>): readonly Fact[] {
  const { rows, window, irregular } = log;
  const { moves, fitness, fittingCalls, calls, variants } = replay;
  const odd = [
    irregular.unstartedCalls > 0 ? `${grouped(irregular.unstartedCalls)} without a start` : '',
    irregular.unterminatedCalls > 0 ? `${grouped(irregular.unterminatedCalls)} without an end` : '',
    irregular.reopenedCalls > 0 ? `${grouped(irregular.reopenedCalls)} that go on behind it` : '',
    irregular.lateRows > 0 ? `${plural(irregular.lateRows, 'row')} late` : '',
  ].filter((part) => part !== '');
  const fit =
    fitness === undefined
      ? 'nothing to judge'
      : `${percent(fitness)}: ${grouped(moves.fitting)} of ${plural(moves.made, 'move')} fit the script; ${grouped(fittingCalls)} of ${plural(calls, 'call')} fit wholly`;
  const span =
    window === undefined ? 'no events' : `${moment(window.from)} to ${moment(window.to)} UTC`;
  return [
    ['window', span],
    [
      'rows',
      `${grouped(rows.read)} read = ${grouped(rows.used)} used + ${grouped(rows.rejected)} rejected`,
    ],
    ['calls', `${grouped(calls)} in ${plural(variants, 'variant')}`],
    ['fitness', fit],
    ...(odd.length > 0 ? [['odd', odd.join(', ')] as const] : []),
  ];
}
