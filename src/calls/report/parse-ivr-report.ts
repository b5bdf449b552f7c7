import { IvrError } from '../../source/ivr-error.ts';
import { readTable, type Row } from '../../source/read-table.ts';
import { positionAt, type Source } from '../../source/source.ts';
import { createRowTally } from '../row-tally.ts';
import { addedUp } from './added-up.ts';
import {
  bareDetailColumns,
  detailColumns,
  detailCount,
  type DetailColumns,
} from './detail-record.ts';
import { flowAggregates } from './flow-aggregates.ts';
import type { IvrReport, ReportCount } from './ivr-report.ts';
import { reportColumns, type ReportColumns } from './report-columns.ts';
import { withoutTitles } from './without-titles.ts';

/** Why a row is no count. Never repeats what the row says, which may be somebody's digits. */
type Reject = readonly [column: string | undefined, reason: string];

/** How numbers are written: between semicolons as where a comma stands before decimals. */
const english = {
  whole: /^(?:\d{1,12}|\d{1,3}(?:[,'’ \u00a0\u202f]\d{3}){1,3})$/,
  decimal: /^\d{1,9}(?:\.\d{1,9})?$/,
};
const continental = {
  whole: /^(?:\d{1,12}|\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,3})$/,
  decimal: /^\d{1,9}(?:[.,]\d{1,9})?$/,
};
type Numbers = typeof english;

function unknownLayout(path: string, why: string): IvrError {
  return new IvrError('log-layout', `${path} is not an IVR report: ${why}.`, {
    help: 'It needs a header with node, exit and count; with node and entered; or with last node and calls. docs/ivr-reports.md says more.',
  });
}

/** What the columns make of a row: by exits, by visits, or by the last node of calls. */
function layoutOf({ position, twice }: ReportColumns, path: string): string {
  if (twice !== undefined) throw unknownLayout(path, `two columns hold the ${twice}`);
  const { node, exit, count, last } = position;
  if (last !== undefined && count === undefined) return 'last node of each call';
  if (count === undefined) throw unknownLayout(path, 'no column holds a count');
  if (node !== undefined && exit !== undefined) return 'node, exit, count';
  if (last !== undefined) return 'last node, calls';
  if (node !== undefined) return 'node, entered';
  throw unknownLayout(path, 'no column holds a node');
}

function countOf(
  { cells }: Row,
  { position }: ReportColumns,
  width: number,
  layout: string,
  numbers: Numbers,
): ReportCount | Reject {
  if (cells.length < width) return [undefined, 'too few fields'];
  if (cells.length > width) return [undefined, 'too many fields'];
  const text = (index: number | undefined): string =>
    index === undefined ? '' : (cells[index]?.text ?? '');
  const isCall = layout === 'last node of each call';
  const byLast = isCall || layout === 'last node, calls';
  const node = text(byLast ? position.last : position.node);
  const exit = byLast ? 'last' : layout === 'node, entered' ? 'enter' : text(position.exit);
  const count = isCall ? '1' : text(position.count);
  const seconds = text(position.seconds);
  if (node === '') return ['node', 'no node'];
  if (exit === '') return ['exit', 'no exit'];
  if (/^\d{3,}$/.test(exit)) return ['exit', 'longer than a key'];
  if (!numbers.whole.test(count)) return ['count', 'count not a whole number'];
  if (seconds !== '' && !numbers.decimal.test(seconds)) return ['seconds', 'seconds not a number'];
  return {
    ...{ node, exit, count: Number(count.replace(/\D/g, '')) },
    seconds: seconds === '' ? undefined : Number(seconds.replace(',', '.')),
  };
}

/** A row of call detail records; nothing for one that is no call. */
function callOf(
  { cells }: Row,
  columns: DetailColumns,
  width: number,
): ReportCount | Reject | undefined {
  if (cells.length < width) return [undefined, 'too few fields'];
  if (cells.length > width) return [undefined, 'too many fields'];
  const count = detailCount(
    (index) => (index === undefined ? '' : (cells[index]?.text ?? '')),
    columns,
  );
  return count?.node === '' ? ['dcontext', 'no node'] : count;
}

/** Whether these name the columns of a report. */
function isHeader(names: readonly string[]): boolean {
  if (detailColumns(names) !== undefined) return true;
  const { node, count, last } = reportColumns(names).position;
  return last !== undefined || (node !== undefined && count !== undefined);
}

const isCount = (row: ReportCount | Reject): row is ReportCount => 'node' in row;

/**
 * Reads an aggregated IVR report: CSV with commas, semicolons or tabs, whose header names its columns, call
 * detail records of Asterisk, or flow aggregates of Genesys Cloud in JSON. Rows are never lost in silence: `rows read = rows used + rows
 * rejected`. Throws an IvrError `log-layout` where the header doesn't tell what the rows hold,
 * `log-unreadable` where a quote is never closed.
 */
export function parseIvrReport(source: Source): IvrReport {
  const { path } = source;
  const aggregates = flowAggregates(source);
  if (aggregates !== undefined) return aggregates;
  if (/^\uFEFF?\s*[[{]/.test(source.text))
    throw unknownLayout(path, 'it is JSON, and no answer with flow aggregates');
  const report = withoutTitles(source, isHeader);
  const { rows: all, findings, delimiter } = readTable(report);
  const [broken] = findings;
  if (broken !== undefined)
    throw new IvrError('log-unreadable', broken.message, { place: broken.at, help: broken.help });
  const [header] = all;
  if (header === undefined) throw unknownLayout(path, 'it is empty');
  const names = header.cells.map(({ text }) => text);
  const bare = bareDetailColumns(names);
  const rows = bare === undefined ? all.slice(1) : all;
  const columns = reportColumns(names);
  const detail = bare ?? detailColumns(names);
  const numbers = delimiter === ';' ? continental : english;
  const layout = detail === undefined ? layoutOf(columns, path) : 'call detail records of Asterisk';
  const tally = createRowTally(path);
  const counts: ReportCount[] = [];
  for (const row of rows) {
    const count =
      detail === undefined
        ? countOf(row, columns, names.length, layout, numbers)
        : callOf(row, detail, names.length);
    if (count === undefined) tally.use();
    else if (isCount(count)) {
      counts.push(count);
      tally.use();
    } else tally.reject(positionAt(report, row.start).line, ...count);
  }
  const { rows: fates, rejectedBy, firstRejects } = tally.counts();
  return {
    ...{ path, layout, rejectedBy, firstRejects },
    ignored: detail === undefined ? columns.ignored : [],
    rows: { read: fates.read, used: fates.used, rejected: fates.rejected },
    counts: addedUp(counts),
  };
}
