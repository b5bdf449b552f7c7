import { callEventNames } from '../call-event.ts';
import type { KnownValues } from '../kept-value.ts';
import { sqlIsIn, sqlText } from './sql-text.ts';
import {
  tableFields,
  type TableColumn,
  type TableColumns,
  type TableField,
  type TimeUnit,
} from './table-columns.ts';

/** What stands for the event of a row that says nothing, in a table that is read by a mapping. */
export const skippedEvent = 'SKIP';

/** A name in a statement, and what it stands for. */
export type Alias = readonly [alias: string, expression: string];
/** Each may use those before it. */
export type Aliases = readonly Alias[];

export const selected = (aliases: Aliases): string =>
  aliases.map(([alias, expression]) => `${expression} AS ${alias}`).join(',\n    ');

/** What separates the parts of a token, and the fields of a row that is passed on as text. */
const separator = "'\\n'";

/** Visible ASCII signs and spaces between them: nothing to strip, nothing damaged. */
const isPrintable = (text: string): string => `match(${text}, '^[!-~]([ -~]*[!-~])?$')`;

/** Moments that a statement reads as `parseTime` does; all others are left to it. */
const plainTime = sqlText(
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]' +
    '\\.[0-9]{3}([0-9]{3}){0,2}(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$',
);

/**
 * The columns of the table under names that none of its columns has, so that no name can mean two
 * things.
 */
function renamed(table: string, { of, prefix, mapped }: TableColumns): string {
  const columns = tableFields.flatMap((field): Aliases => {
    const column = of[field];
    return column === undefined ? [] : [[`${prefix}${field}`, column.sql]];
  });
  return `(SELECT ${selected([...(mapped?.aliases ?? []), ...columns])} FROM ${table})`;
}

/** A column by the name that it has there: as it is, and as text. */
function fieldOf({ of, prefix }: TableColumns, field: TableField) {
  const column = of[field];
  const name = `${prefix}${field}`;
  const isNullable = column?.isNullable === true;
  const text = column?.kind === 'padded' ? `toStringCutToZero(${name})` : `toString(${name})`;
  return {
    name,
    isThere: isNullable ? `isNotNull(${name})` : '1',
    text: column === undefined ? "''" : isNullable ? `ifNull(${text}, '')` : text,
    /** A number made of it; 0 for NULL. */
    number: (expression: string) => (isNullable ? `ifNull(${expression}, 0)` : expression),
  };
}

const millisecondsOf: Readonly<Record<TimeUnit, (column: string) => string>> = {
  s: (column) => `${column} * 1000`,
  ms: (column) => column,
  us: (column) => `intDiv(${column} - if(${column} < 0, 999, 0), 1000)`,
  ns: (column) => `intDiv(${column} - if(${column} < 0, 999999, 0), 1000000)`,
};

/** The moment `t` in milliseconds, and `timed`: whether it could be read here. Else `at` holds it. */
function timeAliases(columns: TableColumns): Aliases {
  const { name, isThere, text, number } = fieldOf(columns, 'at');
  const ahead = columns.mapped?.ahead ?? 0;
  const skew = ahead === 0 ? '' : ` - toInt64(${ahead})`;
  if (columns.of.at.kind !== 'text') {
    const moment: Readonly<Record<Exclude<TableColumn['kind'], 'text'>, string>> = {
      padded: '0',
      seconds: `toInt64(toUnixTimestamp(${name})) * 1000`,
      fractions: `toInt64(toUnixTimestamp64Milli(${name}))`,
      integer: millisecondsOf[columns.unit ?? 'ms'](`toInt64(${name})`),
    };
    return [
      ['t', `${number(moment[columns.of.at.kind])}${skew}`],
      // Beyond these the years have more than four digits.
      ['timed', `${isThere} AND t >= -62135596800000 AND t < 253402300800000`],
      ['at', text],
    ];
  }
  const digits = (when: string, from: string, length: number): string =>
    `toInt64(if(${when}, substring(at, ${from}, ${length}), '0'))`;
  return [
    ['at', text],
    ['shaped', `match(at, ${plainTime})`],
    ['written_day', "if(shaped, substring(at, 1, 10), '1970-01-01')"],
    ['read_day', 'toDate(written_day)'],
    // A day that there isn't, or that the type can't hold, comes back as another one.
    ['timed', 'shaped AND toString(read_day) = written_day'],
    ['has_offset', "timed AND substring(at, length(at), 1) != 'Z'"],
    ['east', "if(substring(at, length(at) - 5, 1) = '-', -1, 1)"],
    [
      'minutes',
      `(toInt64(toRelativeDayNum(read_day)) * 24 + ${digits('timed', '12', 2)}) * 60 + ${digits('timed', '15', 2)}` +
        ` - east * (${digits('has_offset', 'length(at) - 4', 2)} * 60 + ${digits('has_offset', 'length(at) - 1', 2)})`,
    ],
    [
      't',
      `(minutes * 60 + ${digits('timed', '18', 2)}) * 1000 + ${digits('timed', '21', 3)}${skew}`,
    ],
  ];
}

/** The number `q` that orders rows of one moment, `hq`: whether there is one, `counted`: read here. */
function orderAliases(columns: TableColumns): Aliases {
  const { name, isThere, text, number } = fieldOf(columns, 'seq');
  const column = columns.of.seq;
  if (column === undefined) return [['counted', '1']];
  if (column.kind === 'integer')
    return [
      ['hq', isThere],
      ['q', number(`toInt64(${name})`)],
      ['counted', 'q > -1000000000000000 AND q < 1000000000000000'],
      ['seq', text],
    ];
  return [
    ['seq', text],
    ['counted', "seq = '' OR match(seq, '^-?[0-9]{1,15}$')"],
    ['hq', "counted AND seq != ''"],
    ['q', "toInt64(if(hq, seq, '0'))"],
  ];
}

/**
 * The event, node, value and number of a row as one text, `token`. Of values and numbers it leaves out
 * what no path keeps anyway: so digits that callers entered stay where they are, and few different
 * tokens remain. What isn't plain text is left as it is, for the rules to judge.
 */
function tokenAliases(columns: TableColumns, known: KnownValues): Aliases {
  const choices = new Set([...known.choices.values()].flatMap((values) => [...values]));
  const isKept = [
    "value = ''",
    "event = 'queue'",
    `event = 'input' AND (length(value) <= 2 OR ${sqlIsIn('value', choices)})`,
    `event = 'start' AND ${sqlIsIn('value', known.numbers)}`,
    `NOT ${sqlIsIn('event', callEventNames)}`,
    `NOT ${isPrintable('value')}`,
  ].map((test) => `(${test})`);
  const number = fieldOf(columns, 'number').text;
  const isNumberKept = [
    "number = ''",
    sqlIsIn('number', known.numbers),
    `NOT ${sqlIsIn('event', callEventNames)}`,
    `NOT ${isPrintable('number')}`,
  ].map((test) => `(${test})`);
  return [
    ['event', fieldOf(columns, 'event').text],
    ['node', fieldOf(columns, 'node').text],
    ['value', fieldOf(columns, 'value').text],
    ['kept', `if(${isKept.join(' OR ')}, value, if(event = 'start', 'other', ''))`],
    ['number', number],
    [
      'called',
      columns.of.number === undefined
        ? "''"
        : `if(${isNumberKept.join(' OR ')}, number, if(event = 'start', 'other', ''))`,
    ],
    ['token', `concat(event, ${separator}, node, ${separator}, kept, ${separator}, called)`],
  ];
}

/** The tokens of a table, the most frequent first, with the number of rows that hold each. */
export function tokensSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
  most: number,
): string {
  return `SELECT token, count() AS times
FROM (SELECT ${selected(tokenAliases(columns, known))} FROM ${renamed(table, columns)})
GROUP BY token ORDER BY times DESC, token LIMIT ${most}`;
}

/** The id of the call as the table has it, `call`, and as rows are put together by it, `id`. */
function idAliases(columns: TableColumns): Aliases {
  const { text } = fieldOf(columns, 'call');
  if (columns.of.call.kind === 'integer')
    return [
      ['call', text],
      ['id', 'call'],
    ];
  const isBlank = '[ \\\\t]+';
  return [
    ['call', text],
    ['has_blanks', `match(call, '^${isBlank}|${isBlank}$')`],
    ['id', `if(has_blanks, replaceRegexpAll(call, '^${isBlank}|${isBlank}$', ''), call)`],
  ];
}

/** The ids of a table, row by row: `id`, and `sharded`, which a shard may have been chosen by. */
export function callIdsSql(table: string, columns: TableColumns): string {
  const { name, isThere } = fieldOf(columns, 'call');
  const isOwnType = columns.of.call.kind !== 'text' && isThere === '1';
  const aliases = [...idAliases(columns), ['sharded', isOwnType ? name : 'id']] as const;
  return `SELECT ${selected(aliases)} FROM ${renamed(table, columns)}`;
}

/** The fields of a row that is passed on as text, in this order. */
export const passedFields = [
  'place',
  'log',
  'moment',
  'call',
  'at',
  'event',
  'node',
  'value',
  'number',
  'seq',
  'script',
] as const;

/** Whether a row says nothing, which the mapping knows of its word, and nothing is wrong with it. */
function skipTest({ mapped }: TableColumns): string | undefined {
  if (mapped?.skips !== true) return undefined;
  const texts = ['node', 'value', 'script'].map((name) => `(${name} = '' OR ${isPrintable(name)})`);
  return `event = ${sqlText(skippedEvent)} AND timed AND ${isPrintable('id')} AND ${texts.join(' AND ')}`;
}

/** Counts the rows that say nothing; nothing where there can be none. */
export function skippedSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
): string | undefined {
  const test = skipTest(columns);
  if (test === undefined) return undefined;
  const { mapped, ...others } = columns;
  const all = {
    ...others,
    ...(mapped === undefined ? {} : { mapped: { ...mapped, skips: false } }),
  };
  return `SELECT count() AS n FROM (${rowsSql(table, all, known, new Map())}) WHERE ${test}`;
}

/**
 * The rows of a table: `id` of the call, `t` and `q` (with `hq`) that order them, `log` and `r` that
 * say where they stood, `script`, and `c`, the code of what happened. A row whose code is 0 is for the
 * rules to judge and stands in `w` as text.
 */
export function rowsSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
  codes: ReadonlyMap<string, number>,
): string {
  const skips = skipTest(columns);
  const isText = columns.of.call.kind !== 'integer';
  const tokens = [...codes.keys()].map(sqlText).join(',');
  const code =
    codes.size === 0 ? '0' : `transform(token, [${tokens}], [${[...codes.values()].join(',')}], 0)`;
  const hasOwn = (field: TableField): boolean => columns.of[field] !== undefined;
  const row = fieldOf(columns, 'row');
  const log = fieldOf(columns, 'log');
  // Only then are there texts to go through: servers may compute both branches of an `if`.
  const line = (text: string): string => `replaceAll(if(c = 0, ${text}, ''), '\\n', '\\x02')`;
  const fields: Readonly<Record<(typeof passedFields)[number], string>> = {
    place: 'toString(r)',
    log: 'toString(l)',
    moment: "if(timed AND c = 0, toString(t), '')",
    call: line('call'),
    at: line('at'),
    event: line('event'),
    node: line('node'),
    value: line('value'),
    number: hasOwn('number') ? line('number') : "''",
    seq: hasOwn('seq') ? line('seq') : "''",
    script: hasOwn('script') ? line('script') : "''",
  };
  return `SELECT ${selected([
    ...idAliases(columns),
    ...timeAliases(columns),
    ...orderAliases(columns),
    ...tokenAliases(columns, known),
    ['script', fieldOf(columns, 'script').text],
    ['r', hasOwn('row') ? row.number(row.name) : 'toInt64(0)'],
    ['l', hasOwn('log') ? log.number(log.name) : 'toInt64(0)'],
    [
      'judged',
      `timed AND counted AND ${isText ? isPrintable('id') : '1'}` +
        (hasOwn('script') ? ` AND (script = '' OR ${isPrintable('script')})` : ''),
    ],
    ['c', `toUInt32(if(judged, ${code}, 0))`],
    [
      'w',
      `if(c = 0, concat(${passedFields.map((name) => fields[name]).join(`, ${separator}, `)}), '')`,
    ],
  ])}
  FROM ${renamed(table, columns)}${skips === undefined ? '' : `\n  WHERE NOT (${skips})`}`;
}
