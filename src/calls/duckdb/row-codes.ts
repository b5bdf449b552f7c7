import { callEventNames } from '../call-event.ts';
import type { EventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { fieldsInOrder, orderedColumns, type LogColumn } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { DuckDb } from './open-duckdb.ts';
import { createEnum, isPlainText, placeIn, type ReadColumn, type SqlRows } from './sql-rows.ts';

/**
 * Numbers for what rows say besides call and time: SQL looks up event, node, value and version in short
 * lists, and puts the places together to one number.
 */
export interface RowCodes {
  /** The number in SQL; NULL for rows that `rowEvent` must judge. */
  readonly sql: string;
  /** Numbers are below. */
  readonly size: number;
  /** The code of the event table for a number. */
  readonly codeOf: (number: number) => number;
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
  events: EventTable,
  log: number,
): Promise<RowCodes> {
  const { event, node, value, number, script } = rows.columns;
  const eventText = event.plain ?? event.text;
  const nodes = await textsOf(db, rows, 'node', 'true');
  const scripts = await textsOf(db, rows, 'script', 'true');
  const queues = await textsOf(db, rows, 'value', `${eventText} = 'queue'`);
  const choices = [...known.choices.values()].flatMap((texts) => [...texts]);
  const values = [
    ...new Set([...queues, ...shortKeys, ...known.numbers, ...choices.filter(isSound)]),
  ];
  const type = (column: string): string => `${column}_${log}`;
  // The first one is never met: an event is never empty.
  await db.run(createEnum(type('event'), ['', ...callEventNames]));
  await db.run(createEnum(type('node'), nodes));
  await db.run(createEnum(type('value'), values));
  await db.run(createEnum(type('script'), scripts));

  const written =
    number.text === `''`
      ? value
      : {
          text: `CASE WHEN ${eventText} = 'start' AND ${value.text} = '' THEN ${number.text} ELSE ${value.text} END`,
          plain: undefined,
        };
  const writtenText = written.plain ?? written.text;
  const isUnlisted = `${eventText} <> 'queue' AND ${isPlainText(writtenText)}`;
  const places = {
    event: `nullif(${placeIn(type('event'), event)}, 0)`,
    node: placeIn(type('node'), node),
    value: `coalesce(${placeIn(type('value'), written)}, CASE WHEN ${isUnlisted} THEN ${values.length} END)`,
    script: placeIn(type('script'), script),
  };
  const wide = callEventNames.length + 1;
  const [nodeCount, valueCount, scriptCount] = [nodes.length, values.length + 1, scripts.length];
  const size = wide * nodeCount * valueCount * scriptCount;
  const whole = size < 2 ** 31 ? 'INTEGER' : 'BIGINT';
  const isLost = `${eventText} = 'enter' AND ${places.node} = 0`;
  const sql = `CASE WHEN (${isLost}) IS NOT TRUE THEN ((${places.event}::${whole} * ${nodeCount} + ${places.node}) * ${valueCount} + ${places.value}) * ${scriptCount} + ${places.script} END`;
  return {
    sql,
    size,
    codeOf(code) {
      const ofValue = Math.floor(code / scriptCount);
      const ofNode = Math.floor(ofValue / valueCount);
      const ofEvent = Math.floor(ofNode / nodeCount);
      const name = callEventNames[ofEvent - 1];
      if (name === undefined) throw new RangeError('a number of another log');
      const said = {
        event: name,
        node: nodes[ofNode % nodeCount] ?? '',
        value: values[ofValue % valueCount] ?? unlisted,
        script: scripts[code % scriptCount] ?? '',
      };
      return events.codeOf(said, log);
    },
  };
}
