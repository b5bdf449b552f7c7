import { cleanText } from '../diagram/clean-text.ts';
import type { Answered } from '../insight/find-insights.ts';
import { fewestCalls, isRate } from '../insight/rate.ts';
import type { Column, Row, Table, Value } from '../insight/table.ts';
import type { InsightReport } from './insight-report.ts';
import { logFacts } from './log-facts.ts';
import { bar } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { grouped } from '../source/plural.ts';
import { rateCells, rateSides } from './rate-cells.ts';
import { refusalOf } from './refusal.ts';
import { tableLines, type Cell, type Side } from './table.ts';
import { valueText } from './value-text.ts';

/** Rows of a table that are printed; JSON and CSV hold all. */
const mostRows = 15;

const barColumns = 16;

const sidesOf = ({ unit }: Column): readonly Side[] =>
  unit === 'rate' ? rateSides : [unit === 'text' || unit === 'difference' ? 'left' : 'right'];

/** A bar for the rates of one column, as long as they are beside the largest of them. */
function barOf({ chart, rows }: Table): ((row: Row) => Cell) | undefined {
  if (chart === undefined) return undefined;
  const rateIn = (row: Row): number => {
    const value = row[chart];
    return isRate(value) ? (value.rate ?? 0) : 0;
  };
  const most = rows.reduce((largest, row) => Math.max(largest, rateIn(row)), 0);
  return (row) => ({ text: most === 0 ? '' : bar(rateIn(row) / most, barColumns) });
}

function cellsOf(value: Value, { unit }: Column, paint: Paint): readonly Cell[] {
  if (unit !== 'rate') return [{ text: cleanText(valueText(value, unit)) }];
  return isRate(value) ? rateCells(value, paint) : [{ text: '–' }, { text: '' }, { text: '' }];
}

function headingsOf({ title, unit }: Column, paint: Paint): readonly Cell[] {
  const heading = { text: title, paint: paint.dim };
  return unit === 'rate' ? [heading, { text: '' }, { text: '' }] : [heading];
}

function tableText(table: Table, isOnly: boolean, paint: Paint): readonly string[] {
  const { title, columns, rows, chart } = table;
  const drawn = barOf(table);
  const withBar = (row: Row, { field }: Column): readonly Cell[] =>
    drawn !== undefined && field === chart ? [drawn(row)] : [];
  const indent = { text: ' ' };
  const line = (row: Row): readonly Cell[] => [
    indent,
    ...columns.flatMap((column) => [
      ...cellsOf(row[column.field], column, paint),
      ...withBar(row, column),
    ]),
  ];
  const heading = isOnly ? [] : [`  ${title}`];
  if (rows.length === 0) return isOnly ? ['  none'] : [`  ${title}: none`];
  const head = [
    indent,
    ...columns.flatMap((column) => [
      ...headingsOf(column, paint),
      ...(column.field === chart ? [{ text: '' }] : []),
    ]),
  ];
  const shown = rows.slice(0, mostRows).map(line);
  const sides: readonly Side[] = [
    'left',
    ...columns.flatMap((column): readonly Side[] =>
      column.field === chart ? [...sidesOf(column), 'left'] : sidesOf(column),
    ),
  ];
  const others = rows.length - mostRows;
  const more = others > 0 ? [`  … and ${grouped(others)} more`] : [];
  return [...heading, ...tableLines([head, ...shown], sides), ...more];
}

/** An insight for people: what is asked, its tables, what they leave out and what to mind. */
export function answerText({ insight, found }: Answered, paint: Paint): readonly string[] {
  const { tables, excluded = [], notes = [], unknown } = found;
  const left = excluded.map(({ count, what }) =>
    paint.dim(`  left out: ${grouped(count)} ${what}`),
  );
  return [
    '',
    `${paint.bold(insight.title)} ${paint.dim(insight.question)}`,
    ...(unknown === undefined ? [] : [`  ${cleanText(unknown)}`]),
    ...tables.flatMap((table) => tableText(table, tables.length === 1, paint)),
    ...left,
    ...notes.map((note) => paint.dim(`  ${cleanText(note)}`)),
  ];
}

/**
 * What `ivr analyze --log` prints for people: what was read, then every insight with its tables, what
 * they leave out and what to mind. Long tables are cut.
 */
export function insightsToText(report: InsightReport, paint: Paint = plain): string {
  const { script, insights } = report;
  const title = cleanText(script.title ?? script.id);
  const facts = logFacts(report).map(([name, text]) => [
    { text: name, paint: paint.dim },
    { text },
  ]);
  const refusal = refusalOf(insights.fit).map((text) => paint.yellow(text));
  const policy = `Intervals are Wilson's, 95 %. Percentages of fewer than ${fewestCalls} calls are left out.`;
  const lines = [
    paint.bold(title),
    '',
    ...tableLines(facts, ['left', 'left']),
    ...(refusal.length > 0 ? ['', ...refusal] : []),
    ...insights.answers.flatMap((answer) => answerText(answer, paint)),
    '',
    paint.dim(policy),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
