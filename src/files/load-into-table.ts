import type { LoadableLog, LoadedRows } from '../calls/clickhouse/load-table.ts';
import type { CondensedLog } from '../calls/condensed-log.ts';
import type { LaidOutLog, LogReading } from '../calls/log-reading.ts';
import type { LogInput } from '../calls/read-log-text.ts';
import type { RowCounts } from '../calls/row-tally.ts';
import { type EventsReadingOptions, loadEventsReading } from './events-reading.ts';
import { asLogs } from './as-logs.ts';
import { findLogs } from './find-logs.ts';
import { openAllLogs, type OpenedLogs } from './open-all-logs.ts';
import { credentialsOf, usualTimeout } from './load-table-log.ts';

/** Where logs go in ClickHouse, as it is said on a command line. */
export interface TableNames {
  readonly url: string;
  /** `table` or `database.table`. */
  readonly table: string;
  /** Whether to make the table where there is none. */
  readonly creates: boolean;
}

export interface LoadIntoTableOptions extends EventsReadingOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How many seconds a server may be silent. */
  readonly timeout?: number | undefined;
}

/** What became of the rows of one log. */
export interface LoadedLog
  extends Omit<LoadedRows, 'path'>, Pick<CondensedLog, 'rows' | 'rejectedBy' | 'firstRejects'> {
  readonly path: string;
}

/** A log, or several that tell their calls together, and what becomes of its rows. */
interface EventLog extends LoadableLog {
  readonly counts: () => RowCounts;
}

/** A log that has its events row by row. */
async function rowLog(laidOut: LaidOutLog, reading: LogReading): Promise<EventLog> {
  const { readAllEvents } = await import('../calls/read-all-events.ts');
  const { createRowTally } = await import('../calls/row-tally.ts');
  const { path } = laidOut.input;
  const tally = createRowTally(path);
  return { path, events: readAllEvents([laidOut], reading, () => tally), counts: tally.counts };
}

/** Logs of other systems, which tell their calls together. */
async function toldLog(laidOut: readonly LaidOutLog[], reading: LogReading): Promise<EventLog> {
  const { readAllEvents } = await import('../calls/read-all-events.ts');
  const { addRowCounts, createRowTally } = await import('../calls/row-tally.ts');
  const tallies = new Map(laidOut.map((log) => [log, createRowTally(log.input.path)]));
  const tallyOf = (log: LaidOutLog) => tallies.get(log) ?? createRowTally(log.input.path);
  return {
    path: laidOut.map(({ input }) => input.path).join(', '),
    events: readAllEvents(laidOut, reading, tallyOf),
    counts: () => addRowCounts([...tallies.values()].map((tally) => tally.counts())),
  };
}

/** The logs in the order in which they are named; those of other systems where the first of them stands. */
async function eventLogs(
  { logs, parquet }: OpenedLogs,
  inputs: readonly LogInput[],
  reading: LogReading,
): Promise<readonly EventLog[]> {
  const tables = new Map(parquet.map((table) => [table.path, table]));
  const byPath = new Map(logs.map((log) => [log.input.path, log]));
  const vendors = logs.filter(({ layout }) => layout.by === 'vendor');
  const all: EventLog[] = [];
  for (const { path } of inputs) {
    const table = tables.get(path);
    const log = byPath.get(path);
    if (table !== undefined) all.push({ path, events: table.events, counts: table.tally.counts });
    else if (log === undefined) continue;
    else if (log.layout.by !== 'vendor') all.push(await rowLog(log, reading));
    else if (log === vendors[0]) all.push(await toldLog(vendors, reading));
  }
  return all;
}

/**
 * Adds the events of logs to a table of ClickHouse: of native ones and those with a mapping row by row, of
 * other systems as `convertLogs` writes them. Rows that the table has already, from a load that was
 * broken off or is repeated, are not added again. The user and the password come from the URL or from
 * IVR_CLICKHOUSE_USER and IVR_CLICKHOUSE_PASSWORD. Throws an IvrError when a log can't be read, or the
 * server doesn't take it.
 */
export async function loadIntoTable(
  paths: readonly string[],
  { url, table, creates }: TableNames,
  options: LoadIntoTableOptions,
): Promise<readonly LoadedLog[]> {
  const { env, timeout = usualTimeout } = options;
  const { loadTable } = await import('../calls/clickhouse/load-table.ts');
  const { parseServerAddress } = await import('../calls/clickhouse/server-address.ts');
  const { parseTableName } = await import('../calls/clickhouse/table-name.ts');
  const target = {
    server: parseServerAddress(url, credentialsOf(env)),
    table: parseTableName(table),
    creates,
  };
  const { reading, known } = await loadEventsReading(options);
  const inputs = await findLogs(paths, options);
  const opened = await asLogs(paths, options.cwd, () => openAllLogs(inputs, undefined, reading));
  const loaded: LoadedLog[] = [];
  try {
    for (const { counts, ...log } of await eventLogs(opened, inputs, reading)) {
      const [rows] = await loadTable(
        [log],
        { ...target, creates: creates && loaded.length === 0 },
        { known, timeout: timeout * 1000 },
      );
      if (rows !== undefined) loaded.push({ ...rows, ...counts() });
    }
    return loaded;
  } finally {
    await opened.close();
  }
}
