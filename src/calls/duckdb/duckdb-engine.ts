import { totalmem } from 'node:os';
import { createCallCounter } from '../bytes/count-calls.ts';
import { condensedCalls } from '../counted-calls.ts';
import type { CondensedLog } from '../condensed-log.ts';
import { detailOptions } from '../detail-options.ts';
import { createEventTable } from '../event-table.ts';
import type { KnownValues } from '../kept-value.ts';
import type { CondenseOptions, LogEngine } from '../log-engine.ts';
import { plainReading } from '../log-reading.ts';
import { createPathTrie } from '../path-trie.ts';
import type { LogInput } from '../read-log-text.ts';
import { addRowCounts, createRowTally, withRowCounts } from '../row-tally.ts';
import { notesOnce, rejectsOnce } from '../told-once.ts';
import { appendEvents } from './append-events.ts';
import { createCodeNumbers } from './code-numbers.ts';
import { createIdRowCounter } from './count-id-rows.ts';
import { groupCalls } from './group-calls.ts';
import { fileKind } from './file-kind.ts';
import { loadLogs } from './load-logs.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { readingError } from './reading-error.ts';
import { storedCalls } from './store-rows.ts';

const mebibyte = 1024 * 1024;
/** What Node and the tables of paths take besides the database. */
const besides = 224 * mebibyte;
const leastMemory = 128 * mebibyte;
const mostMemory = Math.min(2048 * mebibyte, totalmem() / 2);

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
  const { reading = plainReading, onReject } = options;
  const { details, pseudonym } = detailOptions(options.details);
  const trie = createPathTrie();
  const events = createEventTable(trie, known);
  const numbers = createCodeNumbers();
  const appender = await appendEvents(db);
  const tallies = inputs.map(({ path }) => createRowTally(path, onReject));
  const loading = { db, known, events, numbers, appender, pseudonym };
  const logs = await loadLogs(loading, inputs, tallies, reading, isHopeful);
  const counter = createIdRowCounter(createCallCounter(trie, events, details), events);
  const grouping = {
    statements: [...logs.statements, 'SELECT * FROM events'],
    ...{ rows: logs.rows, hasSeq: logs.hasSeq, hasCallers: pseudonym !== undefined },
    ...{ memory, codeOf: numbers.codeOf },
  };
  let seen = 0;
  await groupCalls(db, grouping, (grouped) => {
    seen += grouped.length;
    counter.add(grouped);
  });
  if (seen < logs.rows) return undefined;
  if (logs.stored !== undefined)
    for await (const call of storedCalls(db, logs.stored, reading.names)) counter.addCall(call);
  const calls = condensedCalls(trie, counter.counts(), details);
  const rows = addRowCounts(tallies.map((tally) => tally.counts()));
  return withRowCounts(logs.sources, rows, calls);
}

async function condenseInDuckDb(
  named: readonly LogInput[],
  known: KnownValues,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const onNote = notesOnce(options.onNote);
  const telling = rejectsOnce(options.onReject);
  const inputs = named.map((input) => ({ onNote, ...input }));
  const memory = Math.max(leastMemory, (options.memory ?? mostMemory) - besides);
  const files = inputs.flatMap(({ file }) => (file === undefined ? [] : [file.name]));
  const attempt = async (isHopeful: boolean): Promise<CondensedLog | undefined> => {
    const db = await openDuckDb({ files, memory });
    try {
      const told = { ...options, onReject: telling.begin() };
      return await condenseOnce({ db, inputs, known, memory, options: told, isHopeful });
    } catch (error) {
      throw readingError(inputs.map(({ path }) => path).join(' and '), error);
    } finally {
      await db.close();
    }
  };
  const condensed =
    (inputs.every((input) => fileKind(input) === 'parquet') ? await attempt(true) : undefined) ??
    (await attempt(false));
  if (condensed === undefined) throw new Error('rows were lost while they were grouped');
  return condensed;
}

/** The engine for logs that are no text, or larger than memory: it groups in DuckDB, on disk if need be. */
export const duckdbEngine: LogEngine = { name: 'duckdb', condense: condenseInDuckDb };
