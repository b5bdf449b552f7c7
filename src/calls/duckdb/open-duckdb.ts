import { availableParallelism, tmpdir } from 'node:os';
import type {
  DuckDBAppender,
  DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
} from '@duckdb/node-api';
import { makeTemporaryFolder } from '../aside/temporary-folder.ts';
import { engineMissing } from '../log-engine.ts';
import { onlyFile, quoted } from './sql-text.ts';

/** A database in memory that lives for one run. */
export interface DuckDb {
  readonly run: (sql: string) => Promise<void>;
  /** All rows of a small result. */
  readonly rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;
  /** A result bit by bit, in the order of the statement; any number of them side by side. */
  readonly chunks: (sql: string) => AsyncGenerator<DuckDBDataChunk>;
  readonly append: (table: string) => Promise<DuckDBAppender>;
  readonly close: () => Promise<void>;
}

export interface DuckDbOptions {
  /** The files that may be read or written; all others are out of reach. */
  readonly files: readonly string[];
  /** Bytes that the database may take; what doesn't fit goes to a folder for temporary files. */
  readonly memory: number;
  /** Where that folder is made; among those of the system where it is left out. */
  readonly temporary?: string;
}

/** The library, loaded when it is needed. Throws an IvrError `engine-missing` where it isn't installed. */
export async function importDuckDb(): Promise<typeof import('@duckdb/node-api')> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw engineMissing('duckdb', 'npm install @duckdb/node-api', cause);
  }
}

/** Whether the library is there, so that DuckDB may take over what others can't do as well. */
export const isDuckDbInstalled = (): Promise<boolean> =>
  importDuckDb().then(
    () => true,
    () => false,
  );

/** What a statement says before it may touch the files that are named, and nothing else ever. */
const locks = (files: readonly string[]): readonly string[] => [
  `SET allowed_paths = [${files.flatMap((file) => [quoted(file), quoted(onlyFile(file))]).join(', ')}]`,
  `SET GLOBAL TimeZone = 'UTC'`,
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * So many results are made ahead by so many bytes, if memory allows: with less than that, which is what all
 * others have, only one thread makes them.
 */
const resultsAhead = 4;
const mostAhead = 32 * 1024 * 1024;
const shareAhead = 16;

/** Connections for results that come bit by bit: each has only one at a time. */
interface Streams {
  readonly take: () => Promise<DuckDBConnection>;
  readonly giveBack: (connection: DuckDBConnection) => void;
}

/** These are set up before the settings are locked. */
async function openStreams(instance: DuckDBInstance, memory: number): Promise<Streams> {
  const ahead = Math.min(mostAhead, memory / shareAhead);
  const ready: DuckDBConnection[] = [];
  for (let stream = 0; stream < resultsAhead; stream += 1) {
    const connection = await instance.connect();
    await connection.run(`SET streaming_buffer_size = '${Math.floor(ahead / 1024)}KiB'`);
    ready.push(connection);
  }
  const all = new Set(ready);
  return {
    take: async () => ready.pop() ?? instance.connect(),
    giveBack(connection) {
      if (all.has(connection)) ready.push(connection);
      else connection.closeSync();
    },
  };
}

async function* chunksOf(streams: Streams, sql: string): AsyncGenerator<DuckDBDataChunk> {
  const connection = await streams.take();
  try {
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk;
    }
  } finally {
    streams.giveBack(connection);
  }
}

/**
 * Opens a database in memory. Statements reach the files that are named and no other, load no extension
 * and change no setting. Throws an IvrError `engine-missing` where DuckDB isn't installed.
 */
export async function openDuckDb({
  files,
  memory,
  temporary = tmpdir(),
}: DuckDbOptions): Promise<DuckDb> {
  const duckdb = await importDuckDb();
  const spill = await makeTemporaryFolder('duckdb', temporary);
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    threads: `${availableParallelism()}`,
    memory_limit: `${Math.floor(memory / 1024)}KiB`,
    temp_directory: spill.path,
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  const streams = await openStreams(instance, memory);
  for (const lock of locks(files)) await connection.run(lock);
  return {
    async run(sql) {
      await connection.run(sql);
    },
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRows(),
    chunks: (sql) => chunksOf(streams, sql),
    append: (table) => connection.createAppender(table),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await spill.remove();
    },
  };
}
