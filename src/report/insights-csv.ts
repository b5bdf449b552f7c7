import type { Answered } from '../insight/find-insights.ts';
import { isRate } from '../insight/rate.ts';
import type { Column, Row, Table } from '../insight/table.ts';
import { csvCell } from './csv-cell.ts';
import type { InsightReport } from './insight-report.ts';
import { logFacts, type Fact } from './log-facts.ts';

type Cell = string | number | undefined;

/** `falseRate` becomes `false_rate`. */
const snake = (field: string): string =>
  field.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);

const rounded = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.round(value * 1e6) / 1e6;

/** The headings of a column in a CSV file: a rate takes six. */
export function csvHeadings({ field, unit }: Column): readonly string[] {
  const name = snake(field);
  if (unit === 'rate')
    return [name, ...['of', 'rate', 'low', 'high', 'trust'].map((part) => `${name}_${part}`)];
  if (unit === 'difference') return [name, `${name}_low`, `${name}_high`];
  return [unit === 'seconds' ? `${name}_s` : name];
}

/** What stands under them; a rate of few calls has its counts only. */
export function csvCells(row: Row, { field, unit }: Column): readonly Cell[] {
  const value = row[field];
  if (unit === 'rate') {
    if (!isRate(value)) return Array.from({ length: 6 }, () => undefined);
    const { count, of, rate, low, high, trust } = value;
    const shares = trust === 'hidden' ? [undefined, undefined, undefined] : [rate, low, high];
    return [count, of, ...shares.map(rounded), trust];
  }
  if (unit === 'difference') {
    if (typeof value !== 'object' || !('difference' in value))
      return [undefined, undefined, undefined];
    return [value.difference, value.low, value.high].map(rounded);
  }
  return [
    typeof value === 'number' ? rounded(value) : typeof value === 'string' ? value : undefined,
  ];
}

const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');

const tableCsv = ({ columns, rows }: Table): string =>
  csvOf([
    columns.flatMap(csvHeadings),
    ...rows.map((row) => columns.flatMap((column) => csvCells(row, column))),
  ]);

/** A file for every table of insights by its name, one for what was read, and one for what tables leave out. */
export function answersCsv(
  answers: readonly Answered[],
  facts: readonly Fact[],
): Readonly<Record<string, string>> {
  const tables = answers.flatMap(({ insight, found }) =>
    found.tables.map((table) => {
      const name = table.id === insight.id ? insight.id : `${insight.id}-${table.id}`;
      return [`${name}.csv`, tableCsv(table)] as const;
    }),
  );
  const leftOut = answers.flatMap(({ insight, found }) => [
    ...(found.excluded ?? []).map(({ count, what }) => [insight.id, count, what]),
    ...(found.unknown === undefined ? [] : [[insight.id, undefined, found.unknown]]),
  ]);
  return {
    'log.csv': csvOf([['fact', 'value'], ...facts]),
    'left-out.csv': csvOf([['insight', 'count', 'what'], ...leftOut]),
    ...Object.fromEntries(tables),
  };
}

/**
 * What `ivr analyze --log --format csv` writes: a file for every table, by its name; `log.csv` says what
 * was read and `left-out.csv` what tables leave out. Rates that are hidden have their counts only.
 */
export function insightsToCsv(report: InsightReport): Readonly<Record<string, string>> {
  return answersCsv(report.insights.answers, logFacts(report));
}
