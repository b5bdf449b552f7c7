import type { KnownValues } from '../kept-value.ts';
import { longestEnding, longestSilence } from '../order-rows.ts';
import { firstOfRank, rankSize, stretchBit } from './codes.ts';
import { rowsSql, selected, type Alias } from './row-sql.ts';
import type { TableColumns, TableField } from './table-columns.ts';

/** What a row of the answer counts, as its number says. */
export const counts = {
  /** Calls that took the path `p`; `v` is their duration. */
  path: 0,
  /** Stretches at a node: `p` holds the codes of the rows around it, `b` the bucket of its length. */
  dwell: 1,
  /** One id whose rows the rules must judge: `s` is the id, `w` holds its rows. */
  rows: 2,
  /** All ids; `v` is the number of their rows. */
  fates: 3,
  /** Calls that began in the hour `b`; `v` is when. */
  hour: 4,
  /** Calls; `v` is when they ended. */
  end: 5,
  /** Calls with late rows; `v` is their number. */
  late: 6,
  /** Calls under the version `s`. */
  script: 7,
  /** Calls of which the table doesn't tell the order of two rows of one moment. */
  unclear: 8,
  /** Ids with more than `mostRowsPerId` rows. */
  tooMany: 9,
} as const;

/** Ids with more rows than this are no ids of calls. */
export const mostRowsPerId = 1_000_000;
/** Ids with late rows and more rows than this are left to the rules: it takes rows times rows steps. */
const mostLateSteps = 200;

const bucketSql = (ms: string): string =>
  `multiIf(${ms} < 1000, ${ms}, ${ms} < 10000, ${ms} - ${ms} % 10, ${ms} < 100000, ${ms} - ${ms} % 100, ` +
  `${ms} < 1000000, ${ms} - ${ms} % 1000, ${ms} - ${ms} % 10000)`;

interface Item {
  readonly p?: string;
  readonly b?: string;
  readonly s?: string;
  readonly w?: string;
  readonly v?: string;
}

/** One row of the answer before it is counted. All have the same types. */
function item(kind: keyof typeof counts, { p, b = '0', s = "''", w, v = '0' }: Item): string {
  const path = p ?? 'emptyArrayUInt32()';
  const rows = w ?? 'emptyArrayString()';
  return `(toUInt8(${counts[kind]}), ${path}, toInt64(${b}), ${s}, ${rows}, toInt64(${v}))`;
}

/** The items, if something holds, else none: in a way that all versions of the server know. */
const itemsIf = (test: string, ...items: readonly string[]): string =>
  `arraySlice([${items.join(', ')}], 1, if(${test}, ${items.length}, 0))`;

/** The array, if something holds, else an empty one, so that nothing is computed of it. */
const arrayIf = (test: string, array: string): string =>
  `arraySlice(${array}, 1, if(${test}, length(${array}), 0))`;

const when = <Part>(isThere: boolean, ...parts: readonly Part[]): readonly Part[] =>
  isThere ? parts : [];

/**
 * One statement that condenses a table, or the part of it that a server holds, by the rules of
 * docs/log-format.md. Ids whose rows make one call and need no judgement are counted by the server; the
 * rows of all others come with the answer. It reads the table once, so all counts are of the same rows,
 * whatever is added meanwhile.
 */
export function condenseSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
  codes: ReadonlyMap<string, number>,
): string {
  const has = (field: TableField): boolean => columns.of[field] !== undefined;
  const [hasRow, hasSeq, hasScript] = [has('row'), has('seq'), has('script')];
  const hasLog = hasRow && has('log');
  const list = (name: string): string => `groupArray(${mostRowsPerId})(${name})`;

  const ids = `SELECT ${selected([
    ['id', 'id'],
    ['n', 'toInt64(count())'],
    ['ts', list('t')],
    ['cs', list('c')],
    ...when<Alias>(hasRow, ['rs', list('r')]),
    ...when<Alias>(hasLog, ['ls', list('l')]),
    ...when<Alias>(hasSeq, ['qs', list('q')], ['hqs', list('hq')]),
    ...when<Alias>(hasScript, ['scripts', list('script')]),
    ['ws', `groupArrayIf(${mostRowsPerId})(w, c = 0)`],
  ])}
  FROM (${rowsSql(table, columns, known, codes)}) GROUP BY id`;

  // Places that the table doesn't know can't be late; rank decides for all.
  const arrived = `SELECT *, ${selected([
    ...(hasRow
      ? ([
          ['arrived', 'arraySort((t, r) -> r, ts, rs)'],
          ['in_order', 'arrived = arraySort(arrived)'],
        ] as const)
      : ([['in_order', '0']] as const)),
    ['numbered', hasSeq ? 'toInt64(arraySum(hqs))' : 'toInt64(0)'],
    ['by_rank', '(numbered = n OR NOT in_order)'],
    [
      'sorted',
      `arraySort(arrayMap((t, c${hasSeq ? ', q' : ''}${hasRow ? ', r' : ''}) -> (t, ${hasSeq ? 'if(numbered = n, q, 0)' : '0'}, if(by_rank, intDiv(c, ${rankSize}), 0), ${hasRow ? 'r' : '0'}, c), ts, cs${hasSeq ? ', qs' : ''}${hasRow ? ', rs' : ''}))`,
    ],
    ['at', 'arrayMap(x -> x.1, sorted)'],
    ['path', 'arrayMap(x -> x.5, sorted)'],
    ['gaps', 'arrayMap((x, y) -> y - x, arrayPopBack(at), arrayPopFront(at))'],
    ['followers', 'arrayPopFront(path)'],
  ])}
  FROM (${ids})`;

  const isOneCall =
    `(at[n] - at[1] <= ${longestEnding} AND (ending = 0 OR ending = n)) OR NOT arrayExists((gap, c, i) -> ` +
    `if(ending > 0 AND i >= ending, c < ${firstOfRank('input')} OR gap > ${longestEnding}, gap > ${longestSilence}), gaps, followers, arrayEnumerate(gaps))`;
  const judged = `SELECT *, ${selected([
    ['ending', `toInt64(arrayFirstIndex(c -> c >= ${firstOfRank('answer')}, path))`],
    [
      'simple',
      [
        'length(ws) = 0 AND length(ts) = n',
        `arrayUniq(ts, cs${hasSeq ? ', qs' : ''}) = n`,
        '(numbered = 0 OR numbered = n)',
        ...when(hasLog, 'arrayUniq(ls) = 1'),
        ...when(hasScript, "arrayUniq(arrayFilter(x -> x != '', scripts)) <= 1"),
        ...when(
          hasRow,
          `(in_order OR n <= ${mostLateSteps} AND NOT arrayExists(gap -> gap > ${longestEnding}, gaps))`,
        ),
        `(${isOneCall})`,
      ].join(' AND '),
    ],
    ...when<Alias>(
      hasRow,
      ['late_at', arrayIf('simple AND NOT in_order', 'arrived')],
      [
        'late',
        "toInt64(arraySum(arrayMap((t, i) -> t < arrayReduce('max', arraySlice(late_at, 1, i)), late_at, arrayEnumerate(late_at))))",
      ],
    ),
    [
      'unclear',
      hasRow
        ? '0'
        : `arrayExists((gap, c, follower) -> gap = 0 AND intDiv(c, ${rankSize}) = intDiv(follower, ${rankSize})${hasSeq ? ' AND numbered < n' : ''}, gaps, arrayPopBack(path), followers)`,
    ],
    ['named', hasScript ? "arrayFilter(x -> x != '', scripts)" : 'emptyArrayString()'],
  ])}
  FROM (${arrived})`;

  const rowFields: readonly string[] = [
    hasRow ? 'toString(r)' : "'0'",
    hasLog ? 'toString(l)' : "'0'",
    'toString(t)',
    'toString(c)',
    hasSeq ? "if(hq = 1, toString(q), '')" : "''",
    hasScript ? 'script' : "''",
  ];
  const lists: readonly (readonly [name: string, list: string])[] = [
    ['t', 'ts'],
    ['c', 'cs'],
    ...when<[string, string]>(hasRow, ['r', 'rs']),
    ...when<[string, string]>(hasLog, ['l', 'ls']),
    ...when<[string, string]>(hasSeq, ['q', 'qs'], ['hq', 'hqs']),
    ...when<[string, string]>(hasScript, ['script', 'scripts']),
  ];
  const judgedRows =
    `arrayFilter(x -> x != '', arrayMap((${lists.map(([name]) => name).join(', ')}) -> if(c = 0, '', concat(${rowFields.join(", '\\n', ")})), ` +
    `${lists.map(([, all]) => arrayIf('NOT simple', all)).join(', ')}))`;
  const stretches =
    `arrayMap((gap, c, follower) -> ${item('dwell', { p: '[c, follower]', b: bucketSql('gap') })}, ` +
    `${arrayIf('simple', 'gaps')}, ${arrayIf('simple', 'arrayPopBack(path)')}, ${arrayIf('simple', 'followers')})`;
  const items = [
    itemsIf(
      'simple',
      item('path', { p: 'path', v: 'at[n] - at[1]' }),
      item('hour', { b: 'at[1] - (at[1] % 3600000 + 3600000) % 3600000', v: 'at[1]' }),
      item('end', { v: 'at[n]' }),
    ),
    stretches,
    `[${item('fates', { v: 'n' })}]`,
    itemsIf('NOT simple', item('rows', { s: 'id', w: `arrayConcat(ws, ${judgedRows})` })),
    itemsIf('length(ts) < n', item('tooMany', { v: 'n' })),
    ...when(hasRow, itemsIf('late > 0', item('late', { v: 'late' }))),
    ...when(hasScript, itemsIf('simple AND length(named) > 0', item('script', { s: 'named[1]' }))),
    ...when(!hasRow, itemsIf('simple AND unclear', item('unclear', {}))),
  ];
  return `SELECT k, p, b, s, w, count() AS n, sum(v) AS total, min(v) AS least, max(v) AS most FROM (
  SELECT ${selected([
    ['z', `arrayJoin(arrayConcat(${items.join(',\n    ')}))`],
    ...['k', 'p', 'b', 's', 'w', 'v'].map((name, index): Alias => [name, `z.${index + 1}`]),
  ])}
  FROM (${judged})
) WHERE k != ${counts.dwell} OR intDiv(p[1], ${stretchBit}) % 2 = 1 GROUP BY k, p, b, s, w`;
}
