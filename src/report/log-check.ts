import type { CondensedLog, RejectedRow } from '../calls/condensed-log.ts';
import type { LogJudgement, LogProblem } from '../insight/judge-log.ts';
import { percent } from './numbers.ts';
import { grouped, plural } from '../source/plural.ts';

/** What the reports on the check of a log are made from. */
export interface LogCheck {
  readonly log: CondensedLog;
  readonly judgement: LogJudgement;
  /** `digestOf` the log. */
  readonly digest: string;
  /** The first rejected rows of every reason. */
  readonly examples: readonly RejectedRow[];
}

interface Explanation {
  readonly message: string;
  readonly help: string;
}

const was = (count: number): string => (count === 1 ? 'was' : 'were');
const has = (count: number): string => (count === 1 ? 'has' : 'have');

/** What helps where most rows are rejected for one of these reasons. */
const waysOut: ReadonlyMap<string, string> = new Map([
  [
    'time without offset',
    'Give the time zone of these times, as in --log-zone Europe/Madrid, or write the times with their offset.',
  ],
  [
    'damaged text',
    'Most damaged text is in another encoding than UTF-8: a mapping names it, as encoding: windows-1252 (docs/log-formats/mapping.md).',
  ],
]);

/** What a problem means for conclusions, and what to do about it. */
export function explainProblem({ kind, count, of, reason = '' }: LogProblem): Explanation {
  const part = `(${percent(count / of)})`;
  switch (kind) {
    case 'no-calls':
      return {
        message: `None of ${plural(of, 'row')} could be used.`,
        help:
          waysOut.get(reason) ??
          'See the reasons; docs/log-format.md says what a row must hold, docs/log-formats/index.md which other layouts are read, and `ivr calls map` proposes a mapping for any other.',
      };
    case 'rejected-rows':
      return {
        message: `${plural(count, 'row')} of ${grouped(of)} ${part} could not be used, so calls lack what they say.`,
        help:
          waysOut.get(reason) ??
          'List them with --rejects rejects.csv and repair what writes them.',
      };
    case 'single-rows':
      return {
        message: `${plural(count, 'call')} of ${grouped(of)} ${part} ${has(count)} a single row.`,
        help: 'Check that the column "call" holds the same id in all rows of a call.',
      };
    case 'unstarted-calls':
      return {
        message: `${plural(count, 'call')} of ${grouped(of)} ${part} ${has(count)} no start.`,
        help: 'Give the log of the time before, too, or write "start" rows: they hold the number dialled.',
      };
    case 'unterminated-calls':
      return {
        message: `${plural(count, 'call')} of ${grouped(of)} ${part} ${has(count)} no end: how they ended is not known.`,
        help: 'Give the log of the time after that, too, or write who ended the call: "hangup" or "disconnect".',
      };
    case 'reopened-calls':
      return {
        message: `${plural(count, 'call')} of ${grouped(of)} ${part} ${count === 1 ? 'goes' : 'go'} on after the row that closes it.`,
        help: 'Check that no two calls share an id, and that the end of a call is its last event.',
      };
    case 'duplicate-rows':
      return {
        message: `${plural(count, 'row')} of ${grouped(of)} ${part} repeat another row, and count once.`,
        help: 'Check that no file was given twice; where such rows are two events, number them in a column "seq".',
      };
    case 'late-rows':
      return {
        message: `${plural(count, 'row')} of ${grouped(of)} ${part} come after a later row of their call; what happened in one moment is then put in order by rank.`,
        help: 'Sort the log by time, or number its rows in a column "seq".',
      };
    case 'gaps':
      return {
        message: `Calls are missing ${count === 1 ? 'in a span' : `in ${grouped(count)} spans`} of time in which there usually are some.`,
        help: 'Check whether the line was closed or down, or whether the log was interrupted: then counts by day and hour are too low there.',
      };
    case 'far-apart':
      return {
        message: `There is more than a month without any call${count === 1 ? '' : `, ${grouped(count)} times`}.`,
        help: 'Check the clocks of what writes the log, and whether files of other times are among these.',
      };
    case 'several-versions':
      return {
        message: `The calls ran under ${plural(count, 'version')} of the script.`,
        help: 'Replay the calls of one version on its own menu: a mixture fits none.',
      };
    case 'few-calls':
      return {
        message: `There ${was(count)} ${plural(count, 'call')}: too few for percentages.`,
        help: 'Give a longer time.',
      };
  }
}

/** The calls of a day, or of a month where there are many days. */
export interface PeriodCount {
  /** `2026-03-02`, or `2026-03`; in UTC. */
  readonly period: string;
  readonly calls: number;
}

const mostDays = 31;

/** Calls by day of UTC, by month where the log has calls on more than 31 days. */
export function callsByPeriod({ hours }: CondensedLog): readonly PeriodCount[] {
  const by = (length: number): readonly PeriodCount[] => {
    const counts = new Map<string, number>();
    for (const { from, calls } of hours) {
      const period = new Date(from).toISOString().slice(0, length);
      counts.set(period, (counts.get(period) ?? 0) + calls);
    }
    return [...counts].map(([period, calls]) => ({ period, calls }));
  };
  const days = by('2026-03-02'.length);
  return days.length > mostDays ? by('2026-03'.length) : days;
}
