import type { CondensedLog } from '../calls/condensed-log.ts';
import type { Severity } from '../source/finding.ts';
import { findGaps, type LogGap } from './find-gaps.ts';
import { fewestCalls } from './rate.ts';

/** What can be wrong with a log, whatever menu it is of. */
export type LogProblemKind =
  | 'no-calls'
  | 'rejected-rows'
  | 'single-rows'
  | 'unstarted-calls'
  | 'unterminated-calls'
  | 'reopened-calls'
  | 'duplicate-rows'
  | 'late-rows'
  | 'gaps'
  | 'far-apart'
  | 'several-versions'
  | 'few-calls';

/** Something that whoever draws conclusions from a log should know. */
export interface LogProblem {
  readonly kind: LogProblemKind;
  readonly severity: Severity;
  /** How many rows, calls, hours or versions it is about. */
  readonly count: number;
  /** Of how many; the same as `count` where that says nothing. */
  readonly of: number;
  /** Why most of the rows were rejected that it is about. */
  readonly reason?: string;
}

/** Whether conclusions may be drawn from a log: `no` with an error, `with-care` with a warning. */
export type LogVerdict = 'yes' | 'with-care' | 'no';

export interface LogJudgement {
  readonly verdict: LogVerdict;
  /** The worst first. */
  readonly problems: readonly LogProblem[];
  readonly gaps: readonly LogGap[];
}

const month = 30 * 24 * 3_600_000;

/** From these shares on a problem is an error, or a warning; below it is an info. */
const shares = {
  'rejected-rows': { error: 0.05, warning: 0.005 },
  'single-rows': { error: 0.9, warning: 0.3 },
  'unstarted-calls': { error: 2, warning: 0.05 },
  'unterminated-calls': { error: 0.5, warning: 0.05 },
  'reopened-calls': { error: 0.2, warning: 0.01 },
  'duplicate-rows': { error: 2, warning: 0.01 },
  'late-rows': { error: 2, warning: 0.05 },
} as const satisfies Partial<Record<LogProblemKind, object>>;

const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** How many pairs of neighbouring hours with calls lie more than a month apart. */
function farApart({ hours }: CondensedLog): number {
  return hours.filter(({ from }, index) => from - (hours[index - 1]?.from ?? from) > month).length;
}

/**
 * Judges a log before anyone draws conclusions from it: shares of rows that were lost and of calls that
 * aren't whole, gaps in time, clocks that are off. The thresholds stand in docs/log-check.md.
 */
export function judgeLog(log: CondensedLog): LogJudgement {
  const { rows, calls, irregular, hours, versions } = log;
  const [reason] = Object.keys(log.rejectedBy);
  const because = reason === undefined ? {} : { reason };
  if (calls === 0) {
    const problem = {
      kind: 'no-calls',
      severity: 'error',
      count: rows.read,
      of: rows.read,
      ...because,
    } as const;
    return { verdict: 'no', problems: [problem], gaps: [] };
  }
  const share = (kind: keyof typeof shares, count: number, of: number): LogProblem => {
    const { error, warning } = shares[kind];
    const part = count / of;
    return {
      kind,
      count,
      of,
      severity: part >= error ? 'error' : part >= warning ? 'warning' : 'info',
    };
  };
  const single = log.variants.reduce(
    (sum, { steps, calls: own }) => sum + (steps.length === 1 ? own : 0),
    0,
  );
  const gaps = findGaps(hours);
  const all: readonly LogProblem[] = [
    { ...share('rejected-rows', rows.rejected, rows.read), ...because },
    share('single-rows', single, calls),
    share('unstarted-calls', irregular.unstartedCalls, calls),
    share('unterminated-calls', irregular.unterminatedCalls, calls),
    share('reopened-calls', irregular.reopenedCalls, calls),
    share('duplicate-rows', rows.duplicate, rows.used),
    share('late-rows', irregular.lateRows, rows.used),
    { kind: 'gaps', severity: 'warning', count: gaps.length, of: hours.length },
    { kind: 'far-apart', severity: 'warning', count: farApart(log), of: hours.length },
    {
      kind: 'several-versions',
      severity: 'info',
      count: versions.length > 1 ? versions.length : 0,
      of: versions.length,
    },
    { kind: 'few-calls', severity: 'info', count: calls < fewestCalls ? calls : 0, of: calls },
  ];
  const problems = all
    .filter(({ count }) => count > 0)
    .sort((a, b) => severityOrder[a.severity] - severityOrder[b.severity]);
  const worst = problems[0]?.severity;
  const verdict = worst === 'error' ? 'no' : worst === 'warning' ? 'with-care' : 'yes';
  return { verdict, problems, gaps };
}
