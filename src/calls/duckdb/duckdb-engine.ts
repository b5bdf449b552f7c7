import { totalmem } from 'node:os';
import { condenseInputLogs } from '../condense-input-logs.ts';
import type { CondensedLog } from '../condensed-log.ts';
import type { KnownValues } from '../kept-value.ts';
import type { CondenseOptions, LogEngine } from '../log-engine.ts';
import { plainReading } from '../log-reading.ts';
import type { LogInput } from '../read-log-text.ts';
import { notesOnce } from '../told-once.ts';
import { fileKind } from './file-kind.ts';
import { openInputs } from './input-logs.ts';
import { openDuckDb } from './open-duckdb.ts';
import { readingError } from './reading-error.ts';

const mebibyte = 1024 * 1024;
const mostMemory = Math.min(2048 * mebibyte, totalmem() / 2);

/** The database only reads: what it is given beyond this is better spent on rows. */
const [leastForDatabase, mostForDatabase] = [128 * mebibyte, 512 * mebibyte];

const databaseOf = (memory: number): number =>
  Math.min(mostForDatabase, Math.max(leastForDatabase, memory / 2));

/** What a file that is open takes: a bit of each of its columns, and of what is read ahead. */
const bytesOpen = 48 * mebibyte;
/** Those that need a database each, as packed texts do. */
const mostUnpacked = 4;

async function condenseInDuckDb(
  named: readonly LogInput[],
  known: KnownValues,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const { reading = plainReading, memory = mostMemory, details } = options;
  const onNote = notesOnce(options.onNote);
  const inputs = named.map((input) => ({ onNote, ...input }));
  const files = inputs.flatMap(({ file }) => (file === undefined ? [] : [file.name]));
  const database = databaseOf(memory);
  const isPacked = inputs.some((input) => fileKind(input) === 'zstd');
  const db = await openDuckDb({ files, memory: database });
  try {
    const pseudonym = details?.pseudonym;
    const opened = await openInputs(db, inputs, { reading, known, pseudonym });
    try {
      return await condenseInputLogs(opened.logs, reading.names, {
        ...{ ...options, known, onNote, memory: memory - database, sortsPipes: true },
        mostOpen: isPacked ? mostUnpacked : Math.max(2, Math.floor(database / bytesOpen)),
      });
    } finally {
      await opened.close();
    }
  } catch (error) {
    throw readingError(inputs.map(({ path }) => path).join(' and '), error);
  } finally {
    await db.close();
  }
}

/** The engine for logs that are no text: DuckDB reads Parquet and Zstandard. */
export const duckdbEngine: LogEngine = { name: 'duckdb', condense: condenseInDuckDb };
