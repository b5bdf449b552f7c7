import { condensedCalls } from '../counted-calls.ts';
import { totalmem } from 'node:os';
import { createCallCounter } from '../bytes/count-calls.ts';
import { IvrError } from '../../source/ivr-error.ts';
import type { CondensedLog, LogSource } from '../condensed-log.ts';
import { detailOptions } from '../detail-options.ts';
import { createEventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import { openFeed } from '../log-feed.ts';
import type { CondenseOptions, LogEngine } from '../log-engine.ts';
import { openLogs, plainReading, sourceOf } from '../log-reading.ts';
import { createPathTrie } from '../path-trie.ts';
import type { LogInput } from '../read-log-text.ts';
import { addRowCounts, createRowTally, withRowCounts } from '../row-tally.ts';
import { appendEvents, appendingSink } from './append-events.ts';
import { createCodeNumbers } from './code-numbers.ts';
import { createIdRowCounter } from './count-id-rows.ts';
import { groupCalls } from './group-calls.ts';
import { fileKind } from './file-kind.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { readZstd } from './read-zstd.ts';
import { readingError } from './reading-error.ts';
import { parquetRows } from './parquet-rows.ts';
import { parquetSource } from './read-parquet.ts';
import { loadRest, sqlSource, type LoadedLog, type Loading, type SqlSource } from './sql-source.ts';

const mebibyte = 1024 * 1024;
/** What Node and the tables of paths take besides the database. */
const besides = 224 * mebibyte;
const leastMemory = 128 * mebibyte;
const mostMemory = Math.min(2048 * mebibyte, totalmem() / 2);

/** Calls of vendors' logs are told row by row, which is the stream's work. */
function notNative(path: string): IvrError {
  const help = 'Read it without --engine duckdb, and without Parquet files beside it.';
  return new IvrError('log-layout', `${path} is no native log, and DuckDB counts native ones.`, {
    help,
  });
}

interface Attempt {
  readonly db: DuckDb;
  readonly inputs: readonly LogInput[];
  readonly known: KnownValues;
  readonly memory: number;
  readonly options: CondenseOptions;
  /** Whether SQL is expected to take all rows of Parquet files, as it mostly does. */
  readonly isHopeful: boolean;
}

/** Condenses once; nothing where a hopeful attempt finds that rows are missing. */
async function condenseOnce(attempt: Attempt): Promise<CondensedLog | undefined> {
  const { db, inputs, known, memory, options, isHopeful } = attempt;
  const trie = createPathTrie();
  const events = createEventTable(trie, known);
  const numbers = createCodeNumbers();
  const appender = await appendEvents(db);
  const loading: Loading = { db, known, events, numbers, appender };
  const tables: SqlSource[] = [];
  const sources: LogSource[] = [];
  const tallies = inputs.map(({ path }) => createRowTally(path, options.onReject));
  let places = 0;
  let expected = 0;
  let hasSeq = !isHopeful;
  const sink = appendingSink(events, appender, () => places++);
  for (const [index, input] of inputs.entries()) {
    const tally = tallies[index] ?? createRowTally(input.path);
    const kind = fileKind(input);
    if (kind === 'parquet') {
      const log: LoadedLog = { index, firstPlace: places, tally };
      const rows = await parquetRows(db, input.path, input.file?.name ?? '');
      const table = await sqlSource(loading, log, rows);
      const rest = isHopeful ? 0 : await loadRest(loading, table);
      tally.use(table.rows - rest);
      expected += table.rows - rest;
      tables.push(table);
      sources.push(parquetSource(input.path));
      places += table.rows;
      hasSeq ||= table.hasSeq;
      continue;
    }
    const text = kind === 'zstd' ? readZstd(input) : input;
    const [log] = await openLogs([text], options.reading ?? plainReading);
    if (log === undefined) continue;
    if (log.layout.by === 'vendor') throw notNative(input.path);
    const feed = await openFeed(log, index, sink, tally);
    while (await feed.advance());
    sources.push(sourceOf(log));
  }
  expected += appender.close();
  const { details } = detailOptions(options.details);
  const counter = createIdRowCounter(createCallCounter(trie, events, details), events);
  const { rows, ...rejects } = addRowCounts(tallies.map((tally) => tally.counts()));
  const grouping = {
    statements: [...tables.map(({ plain }) => plain), 'SELECT * FROM events'],
    rows: expected,
    ...{ hasSeq, memory, codeOf: numbers.codeOf },
  };
  let seen = 0;
  await groupCalls(db, grouping, (grouped) => {
    seen += grouped.length;
    counter.add(grouped);
  });
  if (seen < expected) return undefined;
  const calls = condensedCalls(trie, counter.counts(), details);
  return withRowCounts(sources, { rows, ...rejects }, calls);
}

async function condenseInDuckDb(
  inputs: readonly LogInput[],
  known: KnownValues,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const memory = Math.max(leastMemory, (options.memory ?? mostMemory) - besides);
  const files = inputs.flatMap(({ file }) => (file === undefined ? [] : [file.name]));
  const attempt = async (isHopeful: boolean): Promise<CondensedLog | undefined> => {
    const db = await openDuckDb({ files, memory });
    try {
      return await condenseOnce({ db, inputs, known, memory, options, isHopeful });
    } catch (error) {
      throw readingError(inputs.map(({ path }) => path).join(' and '), error);
    } finally {
      await db.close();
    }
  };
  if (options.details?.pseudonym !== undefined)
    options.onNote?.('DuckDB reads no callers: who called again is not told.');
  const condensed =
    (inputs.every((input) => fileKind(input) === 'parquet') ? await attempt(true) : undefined) ??
    (await attempt(false));
  if (condensed === undefined) throw new Error('rows were lost while they were grouped');
  return condensed;
}

/** The engine for logs that are no text, or larger than memory: it groups in DuckDB, on disk if need be. */
export const duckdbEngine: LogEngine = { name: 'duckdb', condense: condenseInDuckDb };
