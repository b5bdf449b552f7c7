import type { EventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import type { Pseudonym } from '../log-engine.ts';
import { orderedColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import type { RowTally } from '../row-tally.ts';
import type { EventAppender } from './append-events.ts';
import type { CodeNumbers } from './code-numbers.ts';
import type { DuckDb } from './open-duckdb.ts';
import { pseudonymTable } from './pseudonym-table.ts';
import { fieldsOf, rowCodes } from './row-codes.ts';
import { isPlainText, readColumns, type SqlRows } from './sql-rows.ts';

/** Where events go, and what is known while they are read. */
export interface Loading {
  readonly db: DuckDb;
  readonly known: KnownValues;
  readonly events: EventTable;
  readonly numbers: CodeNumbers;
  readonly appender: EventAppender;
  /** Without it callers are not read. */
  readonly pseudonym: Pseudonym | undefined;
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
  /** Gives the columns that `groupCalls` takes, of the rows that SQL can take. */
  readonly plain: string;
  /** Gives number and texts of the others, and who called. */
  readonly rest: string;
}

const noCaller = `'NaN'::DOUBLE`;

/** Prepares the rows of a log for being grouped. */
export async function sqlSource(
  { db, known, events, numbers, pseudonym }: Loading,
  log: LoadedLog,
  rows: SqlRows,
): Promise<SqlSource> {
  const { from, row, columns, moment, hasSeq } = rows;
  const callers = pseudonym === undefined ? undefined : rows.caller;
  const who =
    callers === undefined || pseudonym === undefined
      ? undefined
      : await pseudonymTable(db, log.index, `SELECT DISTINCT ${callers} FROM ${from}`, pseudonym);
  const codes = await rowCodes(db, rows, known, events, log.index);
  const first = numbers.add(codes);
  const seqIsPlain = `(${columns.seq.text} = '' OR regexp_full_match(${columns.seq.text}, '-?[0-9]{1,15}'))`;
  const isPlain = `moment IS NOT NULL AND code IS NOT NULL AND ${isPlainText('id')}${hasSeq ? ' AND seq_is_plain' : ''}`;
  const texts = readColumns.map((name) => `${columns[name].text} AS "${name}"`).join(', ');
  const judged = `SELECT ${row} AS row_number, ${moment} AS moment, ${codes.sql} AS code, ${columns.call.plain ?? columns.call.text} AS id, ${seqIsPlain} AS seq_is_plain, ${texts}, ${callers ?? `''`} AS who FROM ${from}`;
  const seq = hasSeq ? `coalesce(TRY_CAST(seq AS DOUBLE), 'NaN'::DOUBLE)` : `'NaN'::DOUBLE`;
  const names = readColumns.map((name) => `"${name}"`).join(', ');
  return {
    log,
    hasSeq,
    rows: rows.rows,
    plain: `SELECT id AS "call", (row_number + ${log.firstPlace})::DOUBLE AS p, moment::DOUBLE AS t, (code + ${first})::DOUBLE AS c, ${seq} AS s, ${who === undefined ? noCaller : `coalesce(told.w, ${noCaller})`} AS w FROM (${judged})${who === undefined ? '' : ` LEFT JOIN ${who} AS told ON who = told.text`} WHERE ${isPlain}`,
    rest: `SELECT row_number, coalesce(who, ''), ${names} FROM (${judged}) WHERE (${isPlain}) IS NOT TRUE`,
  };
}

/** Reads the rows of a source that SQL can't take, one by one. Returns how many there are. */
export async function loadRest(
  { db, events, appender, pseudonym }: Loading,
  { rest, log: { index, firstPlace, tally } }: SqlSource,
): Promise<number> {
  let others = 0;
  for await (const chunk of db.chunks(rest)) {
    for (const [row, who, ...texts] of chunk.getRows()) {
      const at = Number(row);
      others += 1;
      if (texts.includes(null)) {
        tally.reject(at + 1, undefined, 'field not text');
        continue;
      }
      const named = Object.fromEntries(readColumns.map((name, place) => [name, texts[place]]));
      const fields = fieldsOf({ ...named, caller: String(who) });
      const event = rowEvent(fields, orderedColumns, pseudonym);
      if ('reason' in event) {
        tally.reject(at + 1, event.column, event.reason);
        continue;
      }
      tally.use();
      const { call, seq = Number.NaN, caller } = event;
      appender.add(call, firstPlace + at, event.at, events.codeOf(event, index), seq, caller);
    }
  }
  return others;
}
