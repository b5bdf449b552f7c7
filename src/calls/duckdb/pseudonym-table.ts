import type { Pseudonym } from '../log-engine.ts';
import { orderedColumns } from '../log-columns.ts';
import { rowEvent } from '../row-event.ts';
import { importDuckDb, type DuckDb } from './open-duckdb.ts';
import { fieldsOf } from './row-codes.ts';

const anyRow = { call: 'x', at: '2026-01-01T00:00:00Z', event: 'start' } as const;

/** The pseudonym that a row gets whose caller is written so. */
function pseudonymOf(caller: string, pseudonym: Pseudonym): number | undefined {
  const read = rowEvent(fieldsOf({ ...anyRow, caller }), orderedColumns, pseudonym);
  return 'reason' in read ? undefined : read.caller;
}

/**
 * Makes a table of the callers that a statement gives, with what stands for each: `text` and `w`. The
 * hash is made here, as its key is no business of the database. Returns its name.
 */
export async function pseudonymTable(
  db: DuckDb,
  log: number,
  callers: string,
  pseudonym: Pseudonym,
): Promise<string> {
  const name = `callers_${log}`;
  const { DuckDBDataChunk, DOUBLE, VARCHAR } = await importDuckDb();
  await db.run(`CREATE TABLE ${name} (text VARCHAR, w DOUBLE)`);
  const appender = await db.append(name);
  for await (const chunk of db.chunks(callers)) {
    const told = chunk.getColumnValues(0).flatMap((text): (readonly [string, number])[] => {
      const caller = typeof text === 'string' ? pseudonymOf(text, pseudonym) : undefined;
      return caller === undefined ? [] : [[String(text), caller]];
    });
    if (told.length === 0) continue;
    const rows = DuckDBDataChunk.create([VARCHAR, DOUBLE], told.length);
    rows.setRows(told);
    appender.appendDataChunk(rows);
  }
  appender.closeSync();
  return name;
}
