import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { CallEvent } from '../call-event.ts';
import { removeOnSignal } from '../remove-on-signal.ts';
import { importDuckDb, openDuckDb } from './open-duckdb.ts';
import { writingError } from './reading-error.ts';
import { quoted } from './sql-text.ts';

const memory = 512 * 1024 * 1024;
const atOnce = 2048;

/**
 * Writes events as a native log in Parquet (packed with Zstandard, moments in UTC), in the order in which
 * they come. The file is there as a whole or not at all: it is written beside its place, then moved
 * there. Folders on the way are made. `name` is what the file is called in errors. Returns the number of rows. Throws
 * an IvrError `file-unwritable`, or `engine-missing` when DuckDB isn't installed.
 */
export async function writeParquet(
  file: string,
  batches: AsyncIterable<readonly CallEvent[]>,
  name: string = file,
): Promise<number> {
  const target = resolve(file);
  const beside = `${target}.${process.pid}.tmp`;
  const { DuckDBDataChunk, BIGINT, VARCHAR } = await importDuckDb();
  const db = await openDuckDb({ files: [beside], memory });
  const isGone = removeOnSignal(beside);
  let rows = 0;
  try {
    await mkdir(dirname(target), { recursive: true });
    await db.run(
      'CREATE TABLE log ("call" VARCHAR, ms BIGINT, event VARCHAR, node VARCHAR, value VARCHAR, seq BIGINT, script VARCHAR)',
    );
    const appender = await db.append('log');
    const types = [VARCHAR, BIGINT, VARCHAR, VARCHAR, VARCHAR, BIGINT, VARCHAR];
    let waiting: CallEvent[] = [];
    const send = (): void => {
      const chunk = DuckDBDataChunk.create(types, waiting.length);
      chunk.setRows(
        waiting.map(({ call, at, event, node, value, seq, script }) => [
          ...[call, BigInt(at), event, node, value],
          ...[seq === undefined ? null : BigInt(seq), script ?? ''],
        ]),
      );
      appender.appendDataChunk(chunk);
      waiting = [];
    };
    for await (const events of batches) {
      for (const event of events) {
        rows += 1;
        if (waiting.push(event) === atOnce) send();
      }
    }
    if (waiting.length > 0) send();
    appender.closeSync();
    await db.run(
      `COPY (SELECT "call", epoch_ms(ms) AT TIME ZONE 'UTC' AS "at", event, node, value, seq, script FROM log) TO ${quoted(beside)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await rename(beside, target);
    return rows;
  } catch (error) {
    throw writingError(name, error);
  } finally {
    await db.close();
    await rm(beside, { force: true });
    isGone();
  }
}
