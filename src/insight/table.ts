import type { Difference } from './newcombe.ts';
import type { Rate } from './rate.ts';

/** What a cell of a table can hold; nothing where a value can't be known. */
export type Value = string | number | Rate | Difference | undefined;

/**
 * What a column holds: `text`, a `count` of calls, events or things, a `number` of any other kind,
 * `seconds`, a `share` from 0 to 1 that is no rate, a `rate` of calls, or a `difference` of two rates.
 */
export type Unit = 'text' | 'count' | 'number' | 'seconds' | 'share' | 'rate' | 'difference';

/** A column: the field of the rows that it shows, and its heading for people. */
export interface Column {
  readonly field: string;
  readonly title: string;
  readonly unit: Unit;
}

export type Row = Readonly<Record<string, Value>>;

/** A table of plain values, for programs by field and for people by column. */
export interface Table {
  /** Kebab-case; names its file beside the insight's. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The field of the rates that are drawn as bars where the table is printed for people. */
  readonly chart?: string;
}

type Heading = string | readonly [title: string, unit: Unit];

/** Columns by field: the heading, and the unit where it is not a text. */
type Columns<Fields> = Readonly<Partial<Record<keyof Fields & string, Heading>>>;

/** A table of rows that are at hand; fields without a column are left out. */
export function tableOf<Fields extends object>(
  id: string,
  title: string,
  columns: Columns<Fields>,
  rows: readonly Fields[],
): Table {
  const named = Object.entries<Heading | undefined>(columns);
  const list = named.flatMap(([field, column]): readonly Column[] => {
    if (column === undefined) return [];
    const [heading, unit] = typeof column === 'string' ? ([column, 'text'] as const) : column;
    return [{ field, title: heading, unit }];
  });
  const fields = list.map(({ field }) => field);
  const picked = rows.map((row) => {
    const values = new Map<string, unknown>(Object.entries(row));
    return Object.fromEntries(fields.map((field) => [field, values.get(field) as Value]));
  });
  return { id, title, columns: list, rows: picked };
}
