import { fieldOf, type Aliases } from './field-sql.ts';
import { sqlText } from './sql-text.ts';
import type { TableColumn, TableColumns, TimeUnit } from './table-columns.ts';

/** Moments that a statement reads as `parseTime` does; all others are left to it. */
const plainTime = sqlText(
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]' +
    '\\.[0-9]{3}([0-9]{3}){0,2}(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))$',
);
const millisecondsOf: Readonly<Record<TimeUnit, (column: string) => string>> = {
  s: (column) => `${column} * 1000`,
  ms: (column) => column,
  us: (column) => `intDiv(${column} - if(${column} < 0, 999, 0), 1000)`,
  ns: (column) => `intDiv(${column} - if(${column} < 0, 999999, 0), 1000000)`,
};
/** The moment `t` in milliseconds, and `timed`: whether it could be read here. Else `at` holds it. */
export function timeAliases(columns: TableColumns): Aliases {
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
export function orderAliases(columns: TableColumns): Aliases {
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
