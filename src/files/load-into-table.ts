import type { LoadableLog, LoadedRows } from '../calls/clickhouse/load-table.ts';
import type { CallEvent } from '../calls/call-event.ts';
import type { CondensedLog } from '../calls/condensed-log.ts';
import type { LaidOutLog } from '../calls/log-reading.ts';
import type { RowTally } from '../calls/row-tally.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { IvrError } from '../source/ivr-error.ts';
import { findLogs, type FindLogsOptions } from './find-logs.ts';
import { credentialsOf, usualTimeout } from './load-table-log.ts';

/** Where logs go in ClickHouse, as it is said on a command line. */
export interface TableNames {
  readonly url: string;
  /** `table` or `database.table`. */
  readonly table: string;
  /** Whether to make the table where there is none. */
  readonly creates: boolean;
}

export interface LoadIntoTableOptions extends FindLogsOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Which values may be stored: those that the scripts of these flows explain, single keys and names of
   * queues; or all of them, among them digits that callers entered.
   */
  readonly values: readonly CallFlow[] | 'all';
  /** How many seconds a server may be silent. */
  readonly timeout?: number | undefined;
}

/** What became of the rows of one log. */
export interface LoadedLog
  extends Omit<LoadedRows, 'path'>, Pick<CondensedLog, 'rows' | 'rejectedBy' | 'firstRejects'> {
  readonly path: string;
}

async function* eventsOf(
  laidOut: LaidOutLog,
  tally: RowTally,
): AsyncGenerator<readonly CallEvent[]> {
  const { layout, input } = laidOut;
  if (layout.by === 'vendor') {
    const message = `${input.path} is a log of ${layout.layout.format.title}, whose calls are put together from several rows.`;
    throw new IvrError('log-layout', message, {
      help: 'Only logs with a row for each event can be loaded; see docs/log-format.md.',
    });
  }
  const { readEvents } = await import('../calls/read-events.ts');
  yield* readEvents(laidOut, tally);
}

/**
 * Adds the rows of logs to a table of ClickHouse. Rows that the table has already, from a load that was
 * broken off or is repeated, are not added again. The user and the password come from the URL or from
 * IVR_CLICKHOUSE_USER and IVR_CLICKHOUSE_PASSWORD. Throws an IvrError when a log can't be read, or the
 * server doesn't take it.
 */
export async function loadIntoTable(
  paths: readonly string[],
  { url, table, creates }: TableNames,
  { env, values, timeout = usualTimeout, ...options }: LoadIntoTableOptions,
): Promise<readonly LoadedLog[]> {
  const { loadTable } = await import('../calls/clickhouse/load-table.ts');
  const { parseServerAddress } = await import('../calls/clickhouse/server-address.ts');
  const { parseTableName } = await import('../calls/clickhouse/table-name.ts');
  const { joinedValues, knownValuesOf } = await import('../calls/kept-value.ts');
  const { closeLogs, openLogs, plainReading } = await import('../calls/log-reading.ts');
  const { createRowTally } = await import('../calls/row-tally.ts');
  const target = {
    ...{
      server: parseServerAddress(url, credentialsOf(env)),
      table: parseTableName(table),
      creates,
    },
  };
  const known = values === 'all' ? undefined : joinedValues(values.map(knownValuesOf));
  const inputs = await findLogs(paths, options);
  const loaded: LoadedLog[] = [];
  for (const input of inputs) {
    const opened = await openLogs([input], plainReading);
    try {
      const tally = createRowTally(input.path);
      const logs = opened.map((one): LoadableLog => ({
        path: input.path,
        events: eventsOf(one, tally),
      }));
      const [rows] = await loadTable(
        logs,
        { ...target, creates: creates && loaded.length === 0 },
        { known, timeout: timeout * 1000 },
      );
      if (rows !== undefined) loaded.push({ ...rows, ...tally.counts() });
    } finally {
      await closeLogs(opened);
    }
  }
  return loaded;
}
