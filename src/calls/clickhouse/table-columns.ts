import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import { sqlName } from './sql-text.ts';

/** What a column of a table can stand for: the columns of a native log, and the place of a row. */
export const tableFields = [
  'call',
  'at',
  'event',
  'node',
  'value',
  'seq',
  'number',
  'script',
  'log',
  'row',
] as const;
export type TableField = (typeof tableFields)[number];

const required: ReadonlySet<TableField> = new Set(['call', 'at', 'event', 'node', 'value']);

/** What a whole number in the column `at` counts, since 1970 in UTC. */
export const timeUnits = ['s', 'ms', 'us', 'ns'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** Which column of a table stands for what, as the user says it; the others are found by name. */
export type ColumnNames = Readonly<Partial<Record<TableField, string>>> & {
  readonly unit?: TimeUnit;
};

/** A column as the table declares it. */
export interface DeclaredColumn {
  readonly name: string;
  readonly type: string;
}

/** What a column holds, as far as statements differ by it. */
export type ColumnKind = 'text' | 'padded' | 'integer' | 'seconds' | 'fractions';

export interface TableColumn {
  /** As statements name it. */
  readonly sql: string;
  readonly kind: ColumnKind;
  readonly isNullable: boolean;
}

/** The columns of a table that is a log. */
export interface TableColumns {
  readonly of: Readonly<Partial<Record<TableField, TableColumn>>> &
    Readonly<Record<'call' | 'at' | 'event' | 'node' | 'value', TableColumn>>;
  /** Where `at` is a whole number. */
  readonly unit: TimeUnit | undefined;
  /** No column of the table begins with it. */
  readonly prefix: string;
  /** Where they were made of others by a mapping. */
  readonly mapped?: MappedColumns;
}

/** What statements must know of columns that are expressions. */
export interface MappedColumns {
  /** What they are made of, each by those before it. */
  readonly aliases: readonly (readonly [alias: string, expression: string])[];
  /** How far the clock of the log is ahead, in milliseconds. */
  readonly ahead: number;
  /** Whether rows may be skipped. */
  readonly skips: boolean;
}

const wholeNumber = /^U?Int(?:8|16|32|64)$/;
const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(?:String|UUID|Enum(?:8|16)?\(.*\))$/s, 'text'],
  [/^FixedString\(\d+\)$/, 'padded'],
  [wholeNumber, 'integer'],
  [/^DateTime(?:\('[^']*'\))?$/, 'seconds'],
  [/^DateTime64\(\d(?:, ?'[^']*')?\)$/, 'fractions'],
];

const fitting: Readonly<Record<TableField, readonly ColumnKind[]>> = {
  call: ['text', 'padded', 'integer'],
  at: ['text', 'integer', 'seconds', 'fractions'],
  event: ['text', 'padded'],
  node: ['text', 'padded', 'integer'],
  value: ['text', 'padded', 'integer'],
  seq: ['integer', 'text'],
  number: ['text', 'padded', 'integer'],
  script: ['text', 'padded', 'integer'],
  log: ['integer'],
  row: ['integer'],
};

/** The type within `LowCardinality(…)` and `Nullable(…)`, in any order. */
export function bareType(type: string): { readonly type: string; readonly isNullable: boolean } {
  let inner = type;
  let isNullable = false;
  for (;;) {
    const [, wrapper, within] = /^(LowCardinality|Nullable)\((.*)\)$/s.exec(inner) ?? [];
    if (within === undefined) return { type: inner, isNullable };
    isNullable ||= wrapper === 'Nullable';
    inner = within;
  }
}

/** A column of this name and another type is taken for something else. */
const mayBeOthers: ReadonlySet<TableField> = new Set(['number', 'script', 'log', 'row']);

const layoutError = (message: string, help: string): IvrError =>
  new IvrError('log-layout', message, { help });

const usual = 'Say which column it is with --columns, as in --columns call=contact_id,at=ts.';

/**
 * Finds the columns of a log in a table: those that the user named, else those of the same name. A
 * column `at_ms` of whole numbers stands for `at` where there is no other. Throws an IvrError
 * `log-layout` for one that is missing or can't be what it should.
 */
export function findTableColumns(
  table: string,
  declared: readonly DeclaredColumn[],
  { unit, ...named }: ColumnNames,
): TableColumns {
  const types = new Map(declared.map(({ name, type }) => [name, bareType(type)]));
  const hasOwnTime = named.at === undefined && !types.has('at') && types.has('at_ms');
  const names = hasOwnTime ? { ...named, at: 'at_ms' } : named;
  const found: Partial<Record<TableField, TableColumn>> = {};
  for (const field of tableFields) {
    const name = names[field] ?? field;
    const column = types.get(name);
    if (column === undefined) {
      if (names[field] === undefined && !required.has(field)) continue;
      const others = [...types.keys()].slice(0, 50);
      const message = `The table ${table} has no column "${name}" for "${field}".${didYouMean(name, others)}`;
      throw layoutError(message, `${usual} The table has: ${others.slice(0, 20).join(', ')}.`);
    }
    const kind = kinds.find(([pattern]) => pattern.test(column.type))?.[1];
    if (kind === undefined || !fitting[field].includes(kind)) {
      if (names[field] === undefined && mayBeOthers.has(field)) continue;
      const message = `The column "${name}" of ${table} can't be "${field}": it is ${column.type}.`;
      throw layoutError(message, 'docs/clickhouse.md says which types a column may have.');
    }
    found[field] = { sql: sqlName(name), kind, isNullable: column.isNullable };
  }
  const columns = found as TableColumns['of'];
  const isNumber = columns.at.kind === 'integer';
  const known = unit ?? (hasOwnTime ? 'ms' : undefined);
  if (isNumber && known === undefined) {
    const message = `The column "${names.at ?? 'at'}" of ${table} holds whole numbers, which may be seconds or milliseconds.`;
    throw layoutError(message, `Say which: --columns at=${names.at ?? 'at'}:ms, or :s, :us, :ns.`);
  }
  return { of: columns, unit: isNumber ? known : undefined, prefix: freePrefix(declared) };
}

/** What no column of a table begins with. */
export function freePrefix(declared: readonly DeclaredColumn[]): string {
  let prefix = 'ivr_';
  while (declared.some(({ name }) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}

/**
 * The columns that tell the place of a row in a table whose other columns a mapping names. Throws an
 * IvrError `log-layout` for one that was named and isn't there, or holds no whole numbers.
 */
export function placeColumns(
  table: string,
  declared: readonly DeclaredColumn[],
  names: Pick<ColumnNames, 'row' | 'log'>,
): Readonly<Partial<Record<'row' | 'log', TableColumn>>> {
  const found = (['row', 'log'] as const).flatMap((field) => {
    const name = names[field] ?? field;
    const column = declared.find((one) => one.name === name);
    const { type, isNullable } = bareType(column?.type ?? '');
    if (wholeNumber.test(type))
      return [[field, { sql: sqlName(name), kind: 'integer', isNullable }] as const];
    if (names[field] === undefined) return [];
    const message = `The table ${table} has no column "${name}" of whole numbers for "${field}".`;
    throw layoutError(message, usual);
  });
  return Object.fromEntries(found);
}

/**
 * Reads `call=contact_id,at=ts:ms`. Throws an IvrError `usage` for a field that there isn't, or that is
 * named twice.
 */
export function parseColumnNames(text: string): ColumnNames {
  const names = new Map<TableField, string>();
  let unit: TimeUnit | undefined;
  for (const pair of text.split(',')) {
    const equals = pair.indexOf('=');
    const field = pair.slice(0, Math.max(0, equals)).trim();
    let column = pair.slice(equals + 1).trim();
    const known = tableFields.find((name) => name === field);
    if (known === undefined || column === '' || names.has(known)) {
      const why = names.has(known ?? 'call') ? `"${field}" is named twice` : `not in "${pair}"`;
      throw new IvrError('usage', `--columns says which column holds what: ${why}.`, {
        help: `Write it as call=contact_id,at=ts. There are: ${tableFields.join(', ')}.`,
      });
    }
    const written = timeUnits.find((one) => column.endsWith(`:${one}`));
    if (known === 'at' && written !== undefined) {
      unit = written;
      column = column.slice(0, -written.length - 1);
    }
    names.set(known, column);
  }
  return { ...Object.fromEntries(names), ...(unit === undefined ? {} : { unit }) };
}
