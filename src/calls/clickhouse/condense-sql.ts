import type { KnownValues } from '../kept-value.ts';
import { arrayIf, item, itemsIf } from './answer-items.ts';
import { beginsStretchSql } from './codes.ts';
import { idsSql } from './ids-sql.ts';
import { selected, type Alias } from './field-sql.ts';
import type { TableColumns } from './table-columns.ts';
import { shapeOf, when, type TableShape } from './table-shape.ts';

/** `dwellBucket`, as an expression. */
const bucketSql = (ms: string): string =>
  `multiIf(${ms} < 1000, ${ms}, ${ms} < 10000, ${ms} - ${ms} % 10, ${ms} < 100000, ${ms} - ${ms} % 100, ` +
  `${ms} < 1000000, ${ms} - ${ms} % 1000, ${ms} - ${ms} % 10000)`;

/** The rows of an id as texts, which `readIdRows` reads: those that were read here, by their codes. */
function rowsOfId({ hasRow, hasLog, hasSeq, hasScript }: TableShape): string {
  const fields = [
    hasRow ? 'toString(r)' : "'0'",
    hasLog ? 'toString(l)' : "'0'",
    'toString(t)',
    'toString(c)',
    hasSeq ? "if(hq = 1, toString(q), '')" : "''",
    hasScript ? 'script' : "''",
  ];
  const names = [
    ...['t', 'c'],
    ...when(hasRow, 'r'),
    ...when(hasLog, 'l'),
    ...when(hasSeq, 'q', 'hq'),
    ...when(hasScript, 'script'),
  ];
  const lists = names.map((name) => arrayIf('NOT simple', `${name}s`));
  const line = `if(c = 0, '', concat(${fields.join(", '\\n', ")}))`;
  const lines = `arrayMap((${names.join(', ')}) -> ${line}, ${lists.join(', ')})`;
  return `arrayConcat(ws, arrayFilter(x -> x != '', ${lines}))`;
}

/** All stretches of a call at nodes. */
function stretches(): string {
  const lists = ['gaps', 'arrayPopBack(path)', 'followers'].map((list) => arrayIf('simple', list));
  const dwell = item('dwell', { p: '[c, follower]', b: bucketSql('gap') });
  const all = `arrayMap((gap, c, follower) -> ${dwell}, ${lists.join(', ')})`;
  return `arrayFilter((x, c) -> ${beginsStretchSql('c')}, ${all}, ${lists[1] ?? ''})`;
}

function itemsOf(shape: TableShape): readonly string[] {
  const { hasRow, hasScript } = shape;
  return [
    itemsIf(
      'simple',
      item('path', { p: 'path', v: 'at[n] - at[1]' }),
      item('hour', { b: 'at[1] - (at[1] % 3600000 + 3600000) % 3600000', v: 'at[1]' }),
      item('end', { v: 'at[n]' }),
    ),
    stretches(),
    `[${item('fates', { v: 'n' })}]`,
    itemsIf('NOT simple', item('rows', { s: 'id', w: rowsOfId(shape) })),
    itemsIf('length(ts) < n', item('tooMany', { v: 'n' })),
    ...when(hasRow, itemsIf('late > 0', item('late', { v: 'late' }))),
    ...when(hasScript, itemsIf('simple AND length(named) > 0', item('script', { s: 'named[1]' }))),
    ...when(!hasRow, itemsIf('simple AND unclear', item('unclear', {}))),
  ];
}

/**
 * One statement that condenses a table, or the part of it that a server holds, by the rules of
 * docs/log-format.md. Ids whose rows make one call and need no judgement are counted by the server; the
 * rows of all others come with the answer. It reads the table once, so all counts are of the same rows,
 * whatever is added meanwhile. `readShardAnswer` reads the answer.
 */
export function condenseSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
  codes: ReadonlyMap<string, number>,
): string {
  const parts = ['k', 'p', 'b', 's', 'w', 'v'];
  const answer = selected([
    ['items', `arrayConcat(${itemsOf(shapeOf(columns)).join(',\n    ')})`],
    ['z', `arrayJoin(arrayPushBack(items, ${item('items', { v: 'length(items)' })}))`],
    ...parts.map((part, index): Alias => [part, `z.${index + 1}`]),
  ]);
  return `SELECT k, p, b, s, w, count() AS n, sum(v) AS total, min(v) AS least, max(v) AS most
FROM (SELECT ${answer} FROM (${idsSql(table, columns, known, codes)}))
GROUP BY k, p, b, s, w`;
}
