import { callEventNames } from '../call-event.ts';
import type { KnownValues } from '../kept-value.ts';
import { fieldOf, isPrintable, renamed, selected, type Aliases } from './field-sql.ts';
import { orderAliases, timeAliases } from './order-sql.ts';
import { sqlIsIn, sqlText } from './sql-text.ts';
import type { TableColumns, TableField } from './table-columns.ts';

/** What stands for the event of a row that says nothing, in a table that is read by a mapping. */
export const skippedEvent = 'SKIP';
/** What separates the parts of a token, and the fields of a row that is passed on as text. */
const separator = "'\\n'";
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
