import type { Answered } from '../insight/find-insights.ts';
import { fewestCalls } from '../insight/rate.ts';
import type { Table } from '../insight/table.ts';
import type { InsightReport } from './insight-report.ts';
import { logFacts } from './log-facts.ts';
import { markdownText } from './markdown.ts';
import { grouped } from '../source/plural.ts';
import { refusalOf } from './refusal.ts';
import { valueText } from './value-text.ts';

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function tableMarkdown({ title, columns, rows }: Table, isOnly: boolean): readonly string[] {
  const heading = isOnly ? [] : [`### ${title}`, ''];
  if (rows.length === 0) return [...heading, 'None.', ''];
  return [
    ...heading,
    line(columns.map((column) => column.title)),
    line(columns.map(({ unit }) => (unit === 'text' ? '---' : '---:'))),
    ...rows.map((row) =>
      line(columns.map(({ field, unit }) => markdownText(valueText(row[field], unit)))),
    ),
    '',
  ];
}

/** A section for an insight, with whole tables. */
export function answerMarkdown({ insight, found }: Answered): readonly string[] {
  const { tables, excluded = [], notes = [], unknown } = found;
  const remarks = [
    ...excluded.map(({ count, what }) => `Left out: ${grouped(count)} ${what}.`),
    ...notes,
  ];
  return [
    `## ${insight.title}`,
    '',
    `${insight.question} ${markdownText(insight.definition)}`,
    '',
    ...(unknown === undefined ? [] : [markdownText(unknown), '']),
    ...tables.flatMap((table) => tableMarkdown(table, tables.length === 1)),
    ...remarks.flatMap((remark) => [markdownText(remark), '']),
  ];
}

/** What `ivr analyze --log --format markdown` prints: a section for each insight, whole tables. */
export function insightsToMarkdown(report: InsightReport): string {
  const { script, insights } = report;
  const refusal = refusalOf(insights.fit);
  const lines = [
    `# ${markdownText(script.title ?? script.id)}`,
    '',
    ...logFacts(report).map(([name, text]) => `- ${name}: ${markdownText(text)}`),
    '',
    ...(refusal.length > 0 ? [...refusal.map(markdownText), ''] : []),
    ...insights.answers.flatMap(answerMarkdown),
    `Intervals are Wilson's, 95 %. Percentages of fewer than ${fewestCalls} calls are left out.`,
  ];
  return `${lines.join('\n')}\n`;
}
