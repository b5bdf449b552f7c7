import type { Row } from '../source/read-table.ts';
import type { Teller } from './reason-teller.ts';

const columns = ['reason', 'label', 'volume', 'seconds', 'queue', 'group', 'language'] as const;

/** A column that is read, by the name that it has at least. */
export type Column = (typeof columns)[number];

/** The columns that no table can do without. */
export const needed: readonly Column[] = ['reason', 'label', 'volume'];

/** What people also write above the column. */
const alsoCalled: Readonly<Record<string, Column>> = { calls: 'volume', count: 'volume' };

const columnOf = (written: string): Column | undefined => {
  const name = written.toLowerCase();
  const known = columns.find((column) => column === name);
  return known ?? (Object.hasOwn(alsoCalled, name) ? alsoCalled[name] : undefined);
};

/** Whether a header has all that no table of contact reasons can do without. */
export function isReasonHeader(names: readonly string[]): boolean {
  const found = new Set(names.map(columnOf));
  return needed.every((column) => found.has(column));
}

/** Which cell of a row holds which column. */
export function headerOf(header: Row, { tell, warn }: Teller): ReadonlyMap<Column, number> {
  const positions = new Map<Column, number>();
  header.cells.forEach((cell, index) => {
    const column = columnOf(cell.text);
    if (column === undefined) {
      const help = `The columns are ${columns.join(', ')}; the last four may be left out.`;
      warn(cell, `The column "${cell.text}" is not read.`, help);
    } else if (positions.has(column)) {
      tell(cell, `Two columns hold the ${column}.`, 'Remove one of them.');
    } else positions.set(column, index);
  });
  for (const column of needed) {
    if (positions.has(column)) continue;
    tell(header, `There is no column "${column}".`, `It needs ${needed.join(', ')}.`);
  }
  return positions;
}
