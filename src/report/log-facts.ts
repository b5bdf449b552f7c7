import type { CondensedLog, Irregular, RowFates, VersionCount } from '../calls/condensed-log.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { moment, percent } from './numbers.ts';
import { grouped, plural } from '../source/plural.ts';
import type { ReplayReport } from './replay-report.ts';

/** A fact with its name, as reports tell them at their head. */
export type Fact = readonly [name: string, text: string];

/** How the rows of a log add up. */
export function rowsText({ read, used, rejected, duplicate }: RowFates): string {
  const sum = `${grouped(read)} read = ${grouped(used)} used + ${grouped(rejected)} rejected`;
  if (duplicate === 0) return sum;
  return `${sum}; ${grouped(duplicate)} of the used ${duplicate === 1 ? 'repeats' : 'repeat'} another row`;
}

/** What was odd about the calls of a log; empty where nothing was. */
export function oddText(irregular: Irregular): string {
  const { unstartedCalls, unterminatedCalls, reopenedCalls, lateRows } = irregular;
  return [
    unstartedCalls > 0 ? `${grouped(unstartedCalls)} without a start` : '',
    unterminatedCalls > 0 ? `${grouped(unterminatedCalls)} without an end` : '',
    reopenedCalls > 0 ? `${grouped(reopenedCalls)} that go on after it` : '',
    lateRows > 0 ? `${plural(lateRows, 'row')} late` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** From when to when a log goes. */
export function windowText(window: CondensedLog['window']): string {
  return window === undefined ? 'no events' : `${moment(window.from)} to ${moment(window.to)} UTC`;
}

/** The versions of the script that the log names; several of them are mixed only where nobody parts them. */
function versionsText(versions: readonly VersionCount[]): string {
  const all = versions.map(
    ({ script, calls }) => `${cleanText(script)} (${plural(calls, 'call')})`,
  );
  const warning = versions.length > 1 ? ': mixed; give each version its script with --script' : '';
  return `${all.slice(0, 8).join(', ')}${all.length > 8 ? ', …' : ''}${warning}`;
}

/** What was read and how well it fits: the window, rows that add up, calls, fitness, and what was odd. */
export function logFacts({
  log,
  replay,
  version,
}: Pick<ReplayReport, 'log' | 'replay'> & { readonly version?: string }): readonly Fact[] {
  const { rows, window, irregular, versions } = log;
  const { moves, fitness, fittingCalls, calls, variants } = replay;
  const odd = oddText(irregular);
  const fit =
    fitness === undefined
      ? 'nothing to judge'
      : `${percent(fitness)}: ${grouped(moves.fitting)} of ${plural(moves.made, 'move')} fit the script; ${grouped(fittingCalls)} of ${plural(calls, 'call')} fit completely`;
  const others = log.details?.unselected ?? 0;
  const left = others === 0 ? '' : `; ${grouped(others)} others left out by time or version`;
  return [
    ...(version === undefined ? [] : [['version', cleanText(version)] as const]),
    ['window', windowText(window)],
    ['rows', rowsText(rows)],
    ['calls', `${grouped(calls)} in ${plural(variants, 'variant')}${left}`],
    ['fitness', fit],
    ...(versions.length > 0 ? [['versions', versionsText(versions)] as const] : []),
    ...(odd === '' ? [] : [['odd', odd] as const]),
  ];
}
