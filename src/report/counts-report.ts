import type { IvrReport } from '../calls/report/ivr-report.ts';
import { cleanText } from '../diagram/clean-text.ts';
import type { Answered } from '../insight/find-insights.ts';
import { fewestCalls } from '../insight/rate.ts';
import type { Script } from '../script/script.ts';
import { answersCsv } from './insights-csv.ts';
import { answerJson } from './insights-json.ts';
import { answerMarkdown } from './insights-markdown.ts';
import { answerText } from './insights-text.ts';
import { jsonText } from './json.ts';
import type { Fact } from './log-facts.ts';
import { markdownText } from './markdown.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { tableLines } from './table.ts';

/** What is told of an aggregated IVR report. */
export interface CountsReport {
  readonly script: Pick<Script, 'id' | 'title'>;
  readonly report: IvrReport;
  readonly answers: readonly Answered[];
}

const policy = `Intervals are Wilson's, 95 %, as if visits were independent of each other. Percentages of fewer than ${fewestCalls} visits are left out.`;

/** What was read, and what wasn't. */
function factsOf({
  path,
  layout,
  rows,
  rejectedBy,
  firstRejects,
  ignored,
}: IvrReport): readonly Fact[] {
  const reasons = Object.entries(rejectedBy).map(
    ([reason, times]) => `${reason} ${grouped(times)}`,
  );
  const [first] = firstRejects;
  const where = first === undefined ? '' : `; the first in line ${first.line}`;
  return [
    ['report', path],
    ['holds', layout],
    [
      'rows',
      `${grouped(rows.read)} read = ${grouped(rows.used)} used + ${grouped(rows.rejected)} rejected`,
    ],
    ...(reasons.length === 0 ? [] : [['rejected', reasons.join(', ') + where] as const]),
    ...(ignored.length === 0
      ? []
      : [['not read', `${plural(ignored.length, 'column')}: ${ignored.join(', ')}`] as const]),
  ];
}

/** What `ivr analyze --report` prints for people. */
export function countsToText(
  { script, report, answers }: CountsReport,
  paint: Paint = plain,
): string {
  const facts = factsOf(report).map(([name, text]) => [
    { text: name, paint: paint.dim },
    { text: cleanText(text) },
  ]);
  const lines = [
    paint.bold(cleanText(script.title ?? script.id)),
    '',
    ...tableLines(facts, ['left', 'left']),
    ...answers.flatMap((answer) => answerText(answer, paint)),
    '',
    paint.dim(policy),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The same in Markdown, with whole tables. */
export function countsToMarkdown({ script, report, answers }: CountsReport): string {
  const lines = [
    `# ${markdownText(script.title ?? script.id)}`,
    '',
    ...factsOf(report).map(([name, text]) => `- ${name}: ${markdownText(text)}`),
    '',
    ...answers.flatMap(answerMarkdown),
    policy,
  ];
  return `${lines.join('\n')}\n`;
}

/** The same as one JSON document: insights by id, tables by id, rows by field. */
export function countsToJson({ script, report, answers }: CountsReport): string {
  const { path, layout, rows, rejectedBy, ignored } = report;
  return jsonText({
    schemaVersion: 1,
    script: script.id,
    report: { path, layout, rows: { ...rows, rejectedBy }, ignored },
    insights: Object.fromEntries(answers.map((answer) => [answer.insight.id, answerJson(answer)])),
  });
}

/** The same as a folder of CSV. */
export function countsToCsv({ report, answers }: CountsReport): Readonly<Record<string, string>> {
  return answersCsv(answers, factsOf(report));
}
