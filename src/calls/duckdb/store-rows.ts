import { deserialize, serialize } from 'node:v8';
import type { SourcedRow } from '../formats/call-source.ts';
import type { ToldCall } from '../formats/log-format.ts';
import type { NodeNames } from '../formats/node-names.ts';
import { createRowKinds, type RowKinds } from '../formats/row-kinds.ts';
import { tellRows } from '../formats/tell-rows.ts';
import { importDuckDb, type DuckDb } from './open-duckdb.ts';

const atOnce = 2048;

/** Rows of vendors' logs that lie in the database. */
export interface StoredRows {
  /** The last moment that any of them names. */
  readonly logEnd: number;
  /** What the number says that stands with each row. */
  readonly rowOf: RowKinds['rowOf'];
}

/** Puts rows aside, with their places in the order in which they come. */
export async function storeRows(
  db: DuckDb,
  batches: AsyncIterable<readonly SourcedRow[]>,
): Promise<StoredRows> {
  await db.run('CREATE TABLE told ("call" VARCHAR, p DOUBLE, t DOUBLE, k INTEGER, f BLOB)');
  const { DuckDBBlobValue, DuckDBDataChunk, BLOB, DOUBLE, INTEGER, VARCHAR } = await importDuckDb();
  const appender = await db.append('told');
  const { kindOf, rowOf } = createRowKinds();
  let logEnd = Number.NEGATIVE_INFINITY;
  let place = 0;
  let waiting: (readonly [string, number, number, number, InstanceType<typeof DuckDBBlobValue>])[] =
    [];
  const send = (): void => {
    const chunk = DuckDBDataChunk.create([VARCHAR, DOUBLE, DOUBLE, INTEGER, BLOB], waiting.length);
    chunk.setRows(waiting);
    appender.appendDataChunk(chunk);
    waiting = [];
  };
  for await (const batch of batches) {
    for (const row of batch) {
      const { call, at, facts } = row;
      logEnd = Math.max(logEnd, at);
      const blob = new DuckDBBlobValue(serialize(facts));
      if (waiting.push([call, place++, at, kindOf(row), blob]) === atOnce) send();
    }
  }
  if (waiting.length > 0) send();
  appender.closeSync();
  return { logEnd, rowOf };
}

/** The calls that these rows tell, sorted by their ids: what doesn't fit into memory goes to disk. */
export async function* storedCalls(
  db: DuckDb,
  { logEnd, rowOf }: StoredRows,
  names: NodeNames,
): AsyncGenerator<ToldCall> {
  let rows: SourcedRow[] = [];
  const tell = (): readonly ToldCall[] => tellRows(rows, { names, logEnd });
  for await (const chunk of db.chunks('SELECT "call", t, k, f FROM told ORDER BY "call", p')) {
    const [calls, moments, kinds, facts] = [0, 1, 2, 3].map((column) =>
      chunk.getColumnVector(column),
    );
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const call = String(calls?.getItem(row));
      if (rows.length > 0 && rows[0]?.call !== call) {
        yield* tell();
        rows = [];
      }
      const { bytes } = facts?.getItem(row) as { readonly bytes: Uint8Array };
      const at = Number(moments?.getItem(row));
      rows.push(rowOf(call, at, deserialize(bytes) as unknown, Number(kinds?.getItem(row))));
    }
  }
  yield* tell();
}
