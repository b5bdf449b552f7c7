import { isRate, type Rate } from '../../insight/rate.ts';
import type { Column, Row, Table, Value } from '../../insight/table.ts';
import { csvCell } from '../csv-cell.ts';
import { csvCells, csvHeadings } from '../insights-csv.ts';
import { interval, ofAll, percent } from '../numbers.ts';
import { grouped } from '../../source/plural.ts';
import { valueText } from '../value-text.ts';
import { html, named, shown, type Html } from './html.ts';

/** Longer tables belong into a spreadsheet: `--format csv` holds all of them. */
const mostRows = 400;

/** Which texts of a table are nodes that the page tells more of. */
export type IsNode = (text: string) => boolean;

const joined = (cells: readonly (string | number | undefined)[]): string =>
  cells.map(csvCell).join(',');

function rateCell(rate: Rate): readonly Html[] {
  const counts = html('span', { class: 'counts' }, ofAll(rate));
  if (rate.rate === undefined || rate.trust === 'hidden') return [counts];
  return [
    html('b', { class: rate.trust === 'grey' ? 'unsure' : undefined }, percent(rate.rate)),
    ' ',
    html('span', { class: 'interval' }, interval(rate)),
    html('span', { class: 'counts' }, ' · '),
    counts,
  ];
}

function contentOf(value: Value, { unit, field }: Column, isNode: IsNode): readonly Html[] {
  if (isRate(value)) return rateCell(value);
  if (typeof value === 'string') {
    const isLink = (field === 'node' || field === 'from' || field === 'to') && isNode(value);
    return [isLink ? html('a', { href: `#${value}` }, value) : named(value)];
  }
  return [valueText(value, unit)];
}

function cellOf(row: Row, column: Column, isHead: boolean, isNode: IsNode): Html {
  const value = row[column.field];
  // What is downloaded is as harmless as what is shown.
  const clean = typeof value === 'string' ? { [column.field]: shown(value) } : row;
  const csv = joined(csvCells(clean, column));
  const content = contentOf(value, column, isNode);
  const isSame = typeof value === 'string' && shown(value) === csv;
  return html(
    isHead ? 'th' : 'td',
    {
      scope: isHead ? 'row' : undefined,
      class: column.unit === 'text' ? undefined : 'number',
      'data-csv': isSame ? undefined : csv,
    },
    ...content,
  );
}

/** A table of an insight: what it is called in files, what it shows, and its rows. */
export interface ShownTable {
  /** The name of its file, without the ending. */
  readonly name: string;
  readonly table: Table;
  readonly isNode: IsNode;
}

/**
 * A table of plain HTML that can be downloaded as CSV: what a cell is there stands on it, where that is
 * another text, so that the file has the exact numbers and no cell of it is a formula.
 */
export function dataTable({ name, table, isNode }: ShownTable): Html {
  const { title, columns, rows } = table;
  if (rows.length === 0) return html('p', { class: 'empty' }, `${title}: none.`);
  const [first] = columns;
  const left = rows.length - mostRows;
  const grid = html(
    'table',
    { 'data-name': name },
    html('caption', {}, title),
    html(
      'thead',
      {},
      html(
        'tr',
        {},
        ...columns.map((column) =>
          html(
            'th',
            {
              scope: 'col',
              class: column.unit === 'text' ? undefined : 'number',
              'data-csv': joined(csvHeadings(column)),
            },
            column.title,
          ),
        ),
      ),
    ),
    html(
      'tbody',
      {},
      ...rows
        .slice(0, mostRows)
        .map((row) =>
          html('tr', {}, ...columns.map((column) => cellOf(row, column, column === first, isNode))),
        ),
    ),
  );
  return html(
    'div',
    { class: 'data', tabindex: 0, role: 'group', 'aria-label': `Table: ${title}` },
    grid,
    left > 0
      ? html('p', { class: 'empty' }, `… and ${grouped(left)} more: --format csv writes all.`)
      : undefined,
  );
}
