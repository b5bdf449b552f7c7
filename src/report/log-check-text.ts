import type { RejectedRow } from '../calls/condensed-log.ts';
import { cleanText } from '../diagram/clean-text.ts';
import type { LogVerdict } from '../insight/judge-log.ts';
import type { Severity } from '../source/finding.ts';
import { callsByPeriod, explainProblem, type LogCheck } from './log-check.ts';
import { oddText, rowsText, windowText } from './log-facts.ts';
import { bar, moment } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { tableLines } from './table.ts';

const barColumns = 24;
const mostVersions = 5;
const mostSources = 10;
const mostGaps = 10;

const verdicts: Readonly<Record<LogVerdict, string>> = {
  yes: 'yes: you may draw conclusions from this log',
  'with-care': 'with care: conclusions are true only for the calls in the log, see above',
  no: 'no: conclusions from this log would be wrong, see above',
};

function sourceLines({ log: { sources } }: LogCheck, paint: Paint): readonly string[] {
  const lines = sources.slice(0, mostSources).map(({ path, layout, encoding, packed }) => [
    { text: cleanText(path) },
    {
      text: [layout, encoding, ...(packed === undefined ? [] : [packed])].join(', '),
      paint: paint.dim,
    },
  ]);
  const others = sources.length - mostSources;
  const more = others > 0 ? [`and ${plural(others, 'other log')}`] : [];
  return [...tableLines(lines, ['left', 'left']), ...more];
}

function factLines({ log, digest }: LogCheck, paint: Paint): readonly string[] {
  const { versions } = log;
  const odd = oddText(log.irregular);
  const named = versions
    .slice(0, mostVersions)
    .map(({ script, calls }) => `${cleanText(script)} (${grouped(calls)})`);
  const more =
    versions.length > mostVersions ? [`${grouped(versions.length - mostVersions)} more`] : [];
  const facts = [
    ['window', windowText(log.window)],
    ['rows', rowsText(log.rows)],
    ['calls', `${grouped(log.calls)} in ${plural(log.variants.length, 'variant')}`],
    ...(odd === '' ? [] : [['odd', odd]]),
    ...(versions.length === 0 ? [] : [['versions', [...named, ...more].join(', ')]]),
    ['digest', digest],
  ];
  const lines = facts.map(([name = '', text = '']) => [{ text: name, paint: paint.dim }, { text }]);
  return tableLines(lines, ['left', 'left']);
}

function periodLines(check: LogCheck, paint: Paint): readonly string[] {
  const periods = callsByPeriod(check.log);
  if (periods.length === 0) return [];
  const most = periods.reduce((top, { calls }) => Math.max(top, calls), 1);
  const lines = periods.map(({ period, calls }) => [
    { text: `  ${period}` },
    { text: grouped(calls) },
    { text: bar(calls / most, barColumns), paint: paint.blue },
  ]);
  return ['', paint.bold('Calls'), ...tableLines(lines, ['left', 'right', 'left'])];
}

const placeText = ({ path, line, column }: RejectedRow): string =>
  `${cleanText(path)}:${line}${column === undefined ? '' : ` ${column}`}`;

function rejectLines({ log, examples }: LogCheck, paint: Paint): readonly string[] {
  if (log.rows.rejected === 0) return [];
  const lines = Object.entries(log.rejectedBy).map(([reason, rows]) => [
    { text: `  ${grouped(rows)}` },
    { text: reason },
    {
      text: examples
        .filter((row) => row.reason === reason)
        .map(placeText)
        .join(', '),
      paint: paint.dim,
    },
  ]);
  return ['', paint.bold('Rejected rows'), ...tableLines(lines, ['right', 'left', 'left'])];
}

function gapLines({ judgement: { gaps } }: LogCheck, paint: Paint): readonly string[] {
  if (gaps.length === 0) return [];
  const lines = gaps
    .slice(0, mostGaps)
    .map(({ from, to, usual }) => [
      { text: `  ${moment(from).slice(0, 16)} to ${moment(to).slice(0, 16)} UTC` },
      { text: `at least ${plural(usual, 'call')} at other times`, paint: paint.dim },
    ]);
  const more = gaps.length > mostGaps ? [`  and ${plural(gaps.length - mostGaps, 'other')}`] : [];
  return ['', paint.bold('Gaps'), ...tableLines(lines, ['left', 'left']), ...more];
}

function problemLines({ judgement: { problems } }: LogCheck, paint: Paint): readonly string[] {
  const brushes: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.blue,
  };
  return problems.flatMap((problem) => {
    const { message, help } = explainProblem(problem);
    const { severity } = problem;
    return ['', `${brushes[severity](severity)}  ${message}`, `  ${paint.dim(help)}`];
  });
}

/**
 * What `ivr calls check` prints for people: how the logs are written, rows and calls that add up, calls
 * by day, rejected rows by reason with examples, gaps, what to mind, and a verdict.
 */
export function logCheckToText(check: LogCheck, paint: Paint = plain): string {
  const lines = [
    ...sourceLines(check, paint),
    '',
    ...factLines(check, paint),
    ...periodLines(check, paint),
    ...rejectLines(check, paint),
    ...gapLines(check, paint),
    ...problemLines(check, paint),
    '',
    `${paint.bold('Usable?')} ${verdicts[check.judgement.verdict]}`,
  ];
  return `${lines.join('\n')}\n`;
}
