import type { KnownValues } from '../kept-value.ts';
import { longestEnding, longestSilence } from '../order-rows.ts';
import { arrayIf, mostRowsPerId } from './answer-items.ts';
import { firstOfRank, rankSize } from './codes.ts';
import { selected, type Alias } from './field-sql.ts';
import { rowsSql } from './row-sql.ts';
import type { TableColumns } from './table-columns.ts';
import { shapeOf, when, type TableShape } from './table-shape.ts';

/** Ids with late rows and more rows than this are left to the rules: it takes rows times rows steps. */
const mostLateSteps = 200;

/** Ids with the rows of each as lists. All lists have one order, but nobody knows which. */
function listsOf({ hasRow, hasLog, hasSeq, hasScript }: TableShape): readonly Alias[] {
  const list = (name: string): string => `groupArray(${mostRowsPerId})(${name})`;
  return [
    ['id', 'id'],
    ['n', 'toInt64(count())'],
    ['ts', list('t')],
    ['cs', list('c')],
    ...when<Alias>(hasRow, ['rs', list('r')]),
    ...when<Alias>(hasLog, ['ls', list('l')]),
    ...when<Alias>(hasSeq, ['qs', list('q')], ['hqs', list('hq')]),
    ...when<Alias>(hasScript, ['scripts', list('script')]),
    ['ws', `groupArrayIf(${mostRowsPerId})(w, c = 0)`],
  ];
}

/** The rows in the order of the rules: by time, `seq` or rank, place. */
function inOrder({ hasRow, hasSeq }: TableShape): readonly Alias[] {
  const key = [
    't',
    hasSeq ? 'if(numbered = n, q, 0)' : '0',
    // Without places rank decides for all.
    hasRow
      ? `if(numbered = n OR NOT in_order, intDiv(c, ${rankSize}), 0)`
      : `intDiv(c, ${rankSize})`,
    hasRow ? 'r' : '0',
    'c',
  ];
  const names = ['t', 'c', ...when(hasSeq, 'q'), ...when(hasRow, 'r')];
  const lists = names.map((name) => `${name}s`).join(', ');
  return [
    ...when<Alias>(
      hasRow,
      // Places that stand twice tell no order: then time does.
      ['arrived', 'arrayMap(x -> x.2, arraySort(arrayMap((t, r) -> (r, t), ts, rs)))'],
      ['in_order', 'arrived = arraySort(arrived)'],
    ),
    ['numbered', hasSeq ? 'toInt64(arraySum(hqs))' : 'toInt64(0)'],
    ['sorted', `arraySort(arrayMap((${names.join(', ')}) -> (${key.join(', ')}), ${lists}))`],
    ['at', 'arrayMap(x -> x.1, sorted)'],
    ['path', 'arrayMap(x -> x.5, sorted)'],
    ['gaps', 'arrayMap((x, y) -> y - x, arrayPopBack(at), arrayPopFront(at))'],
    ['followers', 'arrayPopFront(path)'],
    ['ending', `toInt64(arrayFirstIndex(c -> c >= ${firstOfRank('answer')}, path))`],
  ];
}

/** Whether no row begins another call; `ending` is where the call is closed, 0 where it isn't. */
const isOneCall =
  `(at[n] - at[1] <= ${longestEnding} AND (ending = 0 OR ending = n)) OR NOT arrayExists((gap, c, i) -> ` +
  `if(ending > 0 AND i >= ending, c < ${firstOfRank('input')} OR gap > ${longestEnding}, gap > ${longestSilence}), ` +
  'gaps, followers, arrayEnumerate(gaps))';

/** What is known of an id: whether it is `simple`, which is to say that the server may count it. */
function judged({ hasRow, hasLog, hasSeq, hasScript }: TableShape): readonly Alias[] {
  const simple = [
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
  ];
  const isSameRank = `intDiv(c, ${rankSize}) = intDiv(follower, ${rankSize})`;
  const isGuess = `gap = 0 AND ${isSameRank}${hasSeq ? ' AND numbered < n' : ''}`;
  const isLate = "t < arrayReduce('max', arraySlice(late_at, 1, i))";
  return [
    ['simple', simple.join(' AND ')],
    ...when<Alias>(
      hasRow,
      ['late_at', arrayIf('simple AND NOT in_order', 'arrived')],
      [
        'late',
        `toInt64(arraySum(arrayMap((t, i) -> ${isLate}, late_at, arrayEnumerate(late_at))))`,
      ],
    ),
    ...when<Alias>(!hasRow, [
      'unclear',
      `arrayExists((gap, c, follower) -> ${isGuess}, gaps, arrayPopBack(path), followers)`,
    ]),
    ...when<Alias>(hasScript, ['named', "arrayFilter(x -> x != '', scripts)"]),
  ];
}

/** A statement for the ids of a table, with their rows in order and what is known of them. */
export function idsSql(
  table: string,
  columns: TableColumns,
  known: KnownValues,
  codes: ReadonlyMap<string, number>,
): string {
  const shape = shapeOf(columns);
  const rows = rowsSql(table, columns, known, codes);
  const ids = `SELECT ${selected(listsOf(shape))} FROM (${rows}) GROUP BY id`;
  const ordered = `SELECT *, ${selected(inOrder(shape))} FROM (${ids})`;
  return `SELECT *, ${selected(judged(shape))} FROM (${ordered})`;
}
