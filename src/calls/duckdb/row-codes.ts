import { callEventNames } from '../call-event.ts';
import type { LoggedEvent } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { fieldsInOrder, orderedColumns, type LogColumn } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { DuckDb } from './open-duckdb.ts';
import { isPlainText, placeIn, type ReadColumn, type SqlRows } from './sql-rows.ts';

/**
 * Numbers for what rows say besides call and time: SQL looks up event, node, value and version in short
 * lists, and puts the places together to one number.
 */
export interface RowCodes {
  /** Columns that the number is made of. */
  readonly places: readonly string[];
  /** The number in SQL, out of these and the columns of the log; NULL for rows that `rowEvent` must judge. */
  readonly sql: string;
  /** Numbers are below. */
  readonly size: number;
  /** What the rows of a number say, as far as anything is kept of it. */
  readonly eventOf: (number: number) => LoggedEvent;
}

/** More nodes, queues or versions than these are read row by row, as free text would be. */
const mostTexts = 20_000;

/** Stands for a value of which nothing is kept but, for a `start`, that there is one. */
const unlisted = '\u0001';
const keys = '0 1 2 3 4 5 6 7 8 9 * #'.split(' ');
const shortKeys = keys.flatMap((key) => [key, ...keys.map((other) => key + other)]);

const noFields: readonly string[] = fieldsInOrder.map(() => '');

/** The fields of a row in the order of `fieldsInOrder`. */
export function fieldsOf(texts: Readonly<Partial<Record<LogColumn, string>>>): readonly string[] {
  return fieldsInOrder.map((column, place) => texts[column] ?? noFields[place] ?? '');
}

/** Whether a node, queue or version comes through `rowEvent` as it is. */
function isSound(text: string): boolean {
  const sample = { call: 'x', at: '2026-01-01T00:00:00Z', event: 'queue', node: text, value: text };
  const read = rowEvent(fieldsOf({ ...sample, script: text }), orderedColumns);
  return !('reason' in read) && read.node === text && read.value === text;
}

/** The texts of a column that are sound, the empty one first, then the most frequent. */
async function textsOf(
  db: DuckDb,
  { from, columns }: SqlRows,
  column: ReadColumn,
  where: string,
): Promise<readonly string[]> {
  const { text, plain } = columns[column];
  const rows = await db.rows(
    `SELECT text FROM (SELECT ${plain ?? text} AS text FROM ${from} WHERE ${where}) WHERE text <> '' GROUP BY text ORDER BY count(*) DESC, text LIMIT ${mostTexts}`,
  );
  return ['', ...rows.map(([found]) => String(found)).filter(isSound)];
}

/** Finds what stands in the columns of a log, and numbers it. */
export async function rowCodes(
  db: DuckDb,
  rows: SqlRows,
  known: KnownValues,
  log: number,
): Promise<RowCodes> {
  const { event, value, number, script } = rows.columns;
  const eventText = event.plain ?? event.text;
  const nodes = await textsOf(db, rows, 'node', 'true');
  const scripts = script.text === `''` ? [''] : await textsOf(db, rows, 'script', 'true');
  const queues = await textsOf(db, rows, 'value', `${eventText} = 'queue'`);
  const choices = [...known.choices.values()].flatMap((texts) => [...texts]);
  const values = [
    ...new Set([...queues, ...shortKeys, ...known.numbers, ...choices.filter(isSound)]),
  ];
  const place = (column: ReadColumn, texts: readonly string[]): Promise<string> =>
    placeIn(db, `${column}_${log}`, rows.columns[column], texts);
  /** Any other value stands behind the last of them, if nothing of it is kept. */
  const valueIn = (column: 'value' | 'number'): string => {
    const { text, plain } = rows.columns[column];
    const isUnlisted = `${eventText} <> 'queue' AND ${isPlainText(plain ?? text)}`;
    return `coalesce(${column}_place, CASE WHEN ${isUnlisted} THEN ${values.length + 1} END)`;
  };
  const places = {
    event_place: await place('event', callEventNames),
    node_place: await place('node', nodes),
    value_place: await place('value', values),
    number_place: await place('number', values),
    script_place: await place('script', scripts),
  };
  const valuePlace =
    number.text === `''`
      ? valueIn('value')
      : `CASE WHEN ${eventText} = 'start' AND ${value.text} = '' THEN ${valueIn('number')} ELSE ${valueIn('value')} END`;
  const nodeCount = nodes.length + 1;
  const valueCount = values.length + 2;
  const scriptCount = scripts.length + 1;
  const size = (callEventNames.length + 1) * nodeCount * valueCount * scriptCount;
  const type = size < 2 ** 31 ? 'INTEGER' : 'DOUBLE';
  const isLost = `${eventText} = 'enter' AND node_place < 2`;
  const sql = `CASE WHEN (${isLost}) IS NOT TRUE THEN ((nullif(event_place, 0)::${type} * ${nodeCount} + node_place) * ${valueCount} + ${valuePlace}) * ${scriptCount} + script_place END`;
  return {
    places: Object.entries(places).map(([name, sqlOf]) => `${sqlOf} AS ${name}`),
    sql,
    size,
    eventOf(code) {
      const ofValue = Math.floor(code / scriptCount);
      const ofNode = Math.floor(ofValue / valueCount);
      const event = callEventNames[Math.floor(ofNode / nodeCount) - 1];
      if (event === undefined) throw new RangeError('a number of another log');
      const valueAt = ofValue % valueCount;
      return {
        event,
        node: nodes[(ofNode % nodeCount) - 1] ?? '',
        value: valueAt > values.length ? unlisted : (values[valueAt - 1] ?? ''),
        script: scripts[(code % scriptCount) - 1] ?? '',
      };
    },
  };
}
