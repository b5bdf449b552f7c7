import { totalmem } from 'node:os';
import { condenseByCall } from '../by-call/condense-by-call.ts';
import { condenseInTurns, type CondensedRun } from '../condense-in-turns.ts';
import type { CondensedLog } from '../condensed-log.ts';
import { detailOptions } from '../detail-options.ts';
import type { EventLog } from '../event-log.ts';
import type { KnownValues } from '../kept-value.ts';
import type { CondenseOptions, LogEngine } from '../log-engine.ts';
import { plainReading } from '../log-reading.ts';
import { mergeByTime } from '../merge-by-time.ts';
import type { LogInput } from '../read-log-text.ts';
import { addRowCounts, withRowCounts } from '../row-tally.ts';
import { notesOnce, rejectsOnce } from '../told-once.ts';
import { fileKind } from './file-kind.ts';
import { openInputs, type InputLog } from './input-logs.ts';
import { openDuckDb, type DuckDb } from './open-duckdb.ts';
import { readingError } from './reading-error.ts';
import { storedCalls, storeRows } from './store-rows.ts';

const mebibyte = 1024 * 1024;
const mostMemory = Math.min(2048 * mebibyte, totalmem() / 2);
/** What Node and the tables of paths take besides the database and the rows. */
const besides = 224 * mebibyte;

/** How the memory that the whole work may take is divided. */
interface Memory {
  readonly whole: number;
  readonly database: number;
}

/** Most of it is the database's, where rows of other systems lie; rows of open calls take less. */
function divided(whole: number): Memory {
  const database = Math.max(128 * mebibyte, ((whole - besides) * 3) / 4);
  return { whole, database };
}

/** What an event of an open call takes at most, in bytes. */
const bytesHeld = 40;
const leastForRows = 64 * mebibyte;
/** What a file that is open takes: a bit of each of its columns, and of what is read ahead. */
const bytesOpen = 48 * mebibyte;
/** Those that need a database each, as packed texts do. */
const mostUnpacked = 4;

interface Work {
  readonly db: DuckDb;
  readonly inputs: readonly LogInput[];
  readonly known: KnownValues;
  readonly memory: Memory;
  readonly options: CondenseOptions;
}

/** Whether a log can be read again from its beginning. */
const isAgain = ({ file, again }: LogInput): boolean => file !== undefined || again !== undefined;

/** Condenses logs that have their events row by row: as they are read, or where that can't be, sorted by call. */
async function condenseEvents(
  logs: readonly EventLog[],
  { inputs, known, memory, options }: Work,
): Promise<CondensedRun> {
  const { onNote } = options;
  const telling = rejectsOnce(options.onReject);
  const rest = memory.whole - memory.database;
  /** What each reading begins with. */
  const anew = () => ({ known, ...detailOptions(options.details), onReject: telling.begin() });
  if (logs.length === 0 || inputs.every(isAgain)) {
    const isPacked = inputs.some((input) => fileKind(input) === 'zstd');
    const ordered = await condenseInTurns(logs, {
      ...anew(),
      mostHeld: Math.max(leastForRows, rest - besides) / bytesHeld,
      mostOpen: isPacked ? mostUnpacked : Math.max(2, Math.floor(memory.database / bytesOpen)),
    });
    if (ordered !== undefined) return ordered;
    const [only, another] = logs;
    const name = another === undefined ? (only?.path ?? '') : 'the logs';
    onNote?.(
      `Rows of ${name} stand too late, or too many logs overlap, for counting calls at once: all is read again, and its rows are put in order first.`,
    );
  }
  return condenseByCall(logs, { ...anew(), memory: rest });
}

const eventLogsOf = (logs: readonly InputLog[]): readonly EventLog[] =>
  logs.flatMap((one) => ('log' in one ? [one.log] : []));

async function condenseLogs(work: Work): Promise<CondensedLog> {
  const { db, inputs, known, options } = work;
  const { reading = plainReading, onReject } = options;
  const { pseudonym } = detailOptions(options.details);
  const opened = await openInputs(db, inputs, { reading, known, pseudonym, onReject });
  try {
    const { logs } = opened;
    // In the order in which the stream would take them.
    const vendors = logs.flatMap((one) => ('rows' in one ? [one.rows] : []));
    const stored = vendors.length > 0 ? await storeRows(db, mergeByTime(vendors)) : undefined;
    const { condensing, rows } = await condenseEvents(eventLogsOf(logs), work);
    let superseded = 0;
    if (stored !== undefined) {
      for await (const call of storedCalls(db, stored, reading.names)) {
        condensing.addCall(call.events, 0);
        superseded += call.superseded ?? 0;
      }
    }
    const calls = condensing.finish();
    const left = [...rows];
    const counts = logs.flatMap((one) => ('log' in one ? left.splice(0, 1) : [one.tally.counts()]));
    const duplicateRows = calls.duplicateRows + superseded;
    const sources = logs.map(({ source }) => source);
    return withRowCounts(sources, addRowCounts(counts), { ...calls, duplicateRows });
  } finally {
    await opened.close();
  }
}

async function condenseInDuckDb(
  named: readonly LogInput[],
  known: KnownValues,
  options: CondenseOptions = {},
): Promise<CondensedLog> {
  const onNote = notesOnce(options.onNote);
  const inputs = named.map((input) => ({ onNote, ...input }));
  const memory = divided(options.memory ?? mostMemory);
  const files = inputs.flatMap(({ file }) => (file === undefined ? [] : [file.name]));
  const db = await openDuckDb({ files, memory: memory.database });
  try {
    return await condenseLogs({ db, inputs, known, memory, options });
  } catch (error) {
    throw readingError(inputs.map(({ path }) => path).join(' and '), error);
  } finally {
    await db.close();
  }
}

/**
 * The engine for logs that are no text, or larger than memory: DuckDB reads Parquet and Zstandard, and keeps
 * rows of other systems, on disk if need be.
 */
export const duckdbEngine: LogEngine = { name: 'duckdb', condense: condenseInDuckDb };
