import type { EventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { orderedColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import type { EventAppender } from './append-events.ts';
import type { CodeNumbers } from './code-numbers.ts';
import type { DuckDb } from './open-duckdb.ts';
import { fieldsOf, rowCodes } from './row-codes.ts';
import { isPlainText, readColumns, type SqlRows } from './sql-rows.ts';

/** Where events go, and what is known while they are read. */
export interface Loading {
  readonly db: DuckDb;
  readonly known: KnownValues;
  readonly events: EventTable;
  readonly numbers: CodeNumbers;
  readonly appender: EventAppender;
}

/** One of the logs: which one, and how many rows stand in those before it. */
export interface LoadedLog {
  readonly index: number;
  readonly firstPlace: number;
  readonly tally: RowTally;
}

/** The rows of one log for SQL. */
export interface SqlSource {
  readonly log: LoadedLog;
  readonly rows: number;
  readonly hasSeq: boolean;
  /** Gives `call`, place `p`, time `t`, number `c`, and `s` for `seq`, of the rows that SQL can take. */
  readonly plain: string;
  /** Gives number and texts of the others. */
  readonly rest: string;
}

/** Prepares the rows of a log for being grouped. */
export async function sqlSource(
  { db, known, events, numbers }: Loading,
  log: LoadedLog,
  rows: SqlRows,
): Promise<SqlSource> {
  const { from, row, columns, moment, hasSeq } = rows;
  const codes = await rowCodes(db, rows, known, events, log.index);
  const first = numbers.add(codes);
  const seqIsPlain = `(${columns.seq.text} = '' OR regexp_full_match(${columns.seq.text}, '-?[0-9]{1,15}'))`;
  const isPlain = `moment IS NOT NULL AND code IS NOT NULL AND ${isPlainText('id')}${hasSeq ? ' AND seq_is_plain' : ''}`;
  const texts = readColumns.map((name) => `${columns[name].text} AS "${name}"`).join(', ');
  const judged = `SELECT ${row} AS row_number, ${moment} AS moment, ${codes.sql} AS code, ${columns.call.plain ?? columns.call.text} AS id, ${seqIsPlain} AS seq_is_plain, ${texts} FROM ${from}`;
  const seq = hasSeq ? `coalesce(TRY_CAST(seq AS DOUBLE), 'NaN'::DOUBLE)` : `'NaN'::DOUBLE`;
  const names = readColumns.map((name) => `"${name}"`).join(', ');
  return {
    log,
    hasSeq,
    rows: rows.rows,
    plain: `SELECT id AS "call", (row_number + ${log.firstPlace})::DOUBLE AS p, moment::DOUBLE AS t, (code + ${first})::DOUBLE AS c, ${seq} AS s FROM (${judged}) WHERE ${isPlain}`,
    rest: `SELECT row_number, ${names} FROM (${judged}) WHERE (${isPlain}) IS NOT TRUE`,
  };
}

/** Reads the rows of a source that SQL can't take, one by one. Returns how many there are. */
export async function loadRest(
  { db, events, appender }: Loading,
  { rest, log: { index, firstPlace, tally } }: SqlSource,
): Promise<number> {
  let others = 0;
  for await (const chunk of db.chunks(rest)) {
    for (const [row, ...texts] of chunk.getRows()) {
      const at = Number(row);
      others += 1;
      if (texts.includes(null)) {
        tally.reject(at + 1, undefined, 'field not text');
        continue;
      }
      const named = Object.fromEntries(readColumns.map((name, place) => [name, texts[place]]));
      const event = rowEvent(fieldsOf(named), orderedColumns);
      if ('reason' in event) {
        tally.reject(at + 1, event.column, event.reason);
        continue;
      }
      tally.use();
      const { call, seq = Number.NaN } = event;
      appender.add(call, firstPlace + at, event.at, events.codeOf(event, index), seq);
    }
  }
  return others;
}
