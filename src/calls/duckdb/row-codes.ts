import { callEventNames } from '../call-event.ts';
import type { LoggedEvent } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { fieldsInOrder, orderedColumns, type LogColumn } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { DuckDb } from './open-duckdb.ts';
import { isPlainText, placeIn, type ReadColumn, type SqlRows } from './sql-rows.ts';

/** What rows say besides call and time, as numbers: SQL looks up event, node, value and version in short lists. */
export interface RowCodes {
  /** Columns that the places are made of. */
  readonly layer: readonly string[];
  /** In SQL the places of event, node, value and, if there are any, version; NULL for what `rowEvent` must judge. */
  readonly places: readonly string[];
  /** Each place is below the count that stands at the same position. */
  readonly counts: readonly number[];
  /** What rows of these places say, as far as anything is kept of it. */
  readonly eventOf: (places: readonly number[]) => LoggedEvent;
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
  const hasNumber = number.text !== `''`;
  const hasScript = script.text !== `''`;
  const eventText = event.plain ?? event.text;
  const nodes = await textsOf(db, rows, 'node', 'true');
  const scripts = hasScript ? await textsOf(db, rows, 'script', 'true') : [''];
  const queues = await textsOf(db, rows, 'value', `${eventText} = 'queue'`);
  const choices = [...known.choices.values()].flatMap((texts) => [...texts]);
  const values = [
    ...new Set([...queues, ...shortKeys, ...known.numbers, ...choices.filter(isSound)]),
  ];
  const place = (column: ReadColumn, texts: readonly string[]): Promise<string> =>
    placeIn(db, `${column}_${log}`, rows.columns[column], texts);
  const layer = {
    event_place: await place('event', callEventNames),
    node_place: await place('node', nodes),
    value_place: await place('value', values),
    ...(hasNumber ? { number_place: await place('number', values) } : {}),
    ...(hasScript ? { script_place: await place('script', scripts) } : {}),
  };
  /** Any other value stands behind the last of them, if nothing of it is kept. */
  const valueIn = (column: 'value' | 'number'): string => {
    const { text, plain } = rows.columns[column];
    const isUnlisted = `${eventText} <> 'queue' AND ${isPlainText(plain ?? text)}`;
    return `coalesce(${column}_place, CASE WHEN ${isUnlisted} THEN ${values.length + 2} END)`;
  };
  const said = hasNumber
    ? `CASE WHEN ${eventText} = 'start' AND ${value.text} = '' THEN ${valueIn('number')} ELSE ${valueIn('value')} END`
    : valueIn('value');
  return {
    layer: Object.entries(layer).map(([name, sql]) => `${sql} AS ${name}`),
    places: ['nullif(event_place, 1)', 'node_place', said, ...(hasScript ? ['script_place'] : [])],
    counts: [callEventNames, nodes, values, scripts].map((texts) => texts.length + 3),
    eventOf([eventPlace = 0, nodePlace = 0, valuePlace = 0, scriptPlace = 0]) {
      const event = callEventNames[eventPlace - 2];
      if (event === undefined) throw new RangeError('a place of another log');
      return {
        event,
        node: nodes[nodePlace - 2] ?? '',
        value: valuePlace > values.length + 1 ? unlisted : (values[valuePlace - 2] ?? ''),
        script: scripts[scriptPlace - 2] ?? '',
      };
    },
  };
}
