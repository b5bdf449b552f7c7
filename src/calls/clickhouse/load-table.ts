import { IvrError } from '../../source/ivr-error.ts';
import type { CallEvent } from '../call-event.ts';
import { keptValue, type KnownValues } from '../kept-value.ts';
import { connect, type AnswerRow, type ConnectOptions, type Server } from './connect.ts';
import { createTableSql, findLogTable, isModern, type LogTable } from './log-table.ts';
import type { ServerAddress } from './server-address.ts';
import { sqlText } from './sql-text.ts';
import type { TableName } from './table-name.ts';

/** The events of a log, in the order of its rows. */
export interface LoadableLog {
  readonly path: string;
  readonly events: AsyncIterable<readonly CallEvent[]>;
}

export interface LoadTarget {
  readonly server: ServerAddress;
  readonly table: TableName;
  /** Whether to make the table where there is none. */
  readonly creates: boolean;
}

export interface LoadOptions extends Pick<ConnectOptions, 'timeout' | 'wait'> {
  /** Values that may be stored: those of scripts. All are, where it is left out. */
  readonly known: KnownValues | undefined;
  /** How many rows go in one request. */
  readonly batch?: number | undefined;
}

/** What became of the rows of a log. */
export interface LoadedRows {
  readonly path: string;
  /** Rows that were added now. */
  readonly added: number;
  /** Rows that the table had already, from a load that was broken off or repeated. */
  readonly there: number;
  /** Rows that the table has twice, because a request that failed was carried out all the same. */
  readonly twice: number;
}

const usualBatch = 50_000;

interface Batch {
  /** The number of its first row in the log, from 1. */
  readonly first: number;
  readonly events: readonly CallEvent[];
}

async function* batchesOf(
  events: AsyncIterable<readonly CallEvent[]>,
  size: number,
): AsyncGenerator<Batch> {
  let first = 1;
  let held: CallEvent[] = [];
  for await (const some of events) {
    for (const event of some) {
      held.push(event);
      if (held.length < size) continue;
      yield { first, events: held };
      first += held.length;
      held = [];
    }
  }
  if (held.length > 0) yield { first, events: held };
}

/** A name for a log by what its first rows say, so that a log is known again wherever it lies. */
async function sourceOf({ events }: Batch): Promise<string> {
  const rows = events.map(({ call, at, event, node, value, seq }) =>
    JSON.stringify([call, at, event, node, value, seq ?? null]),
  );
  const bytes = new TextEncoder().encode(rows.join('\n'));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const numberIn = (row: AnswerRow | undefined, name: string): number => Number(row?.[name] ?? 0);

/** What the table has of a log. */
interface Found {
  /** The number of the log in the table. */
  readonly log: number;
  readonly rows: number;
  readonly last: number;
}

async function find(server: Server, table: LogTable, source: string): Promise<Found | undefined> {
  const [row] = await server.rows(
    `SELECT max(log) AS log, count() AS rows, max(row) AS last FROM ${table.sql} WHERE source = ${sqlText(source)}`,
  );
  const rows = numberIn(row, 'rows');
  return rows === 0 ? undefined : { log: numberIn(row, 'log'), rows, last: numberIn(row, 'last') };
}

const columnsOf = ({ moment }: LogTable): readonly [string, ...string[]] => [
  ...(['call', 'event', 'node', 'value', 'seq', 'script', 'source', 'log', 'row'] as const),
  moment.column,
];

/** Adds the rows of one log that the table hasn't. */
async function loadOne(
  server: Server,
  table: LogTable,
  { path, events }: LoadableLog,
  { known, batch: size = usualBatch }: LoadOptions,
): Promise<LoadedRows> {
  let source = '';
  let found: Found | undefined;
  let log = 0;
  let read = 0;
  let added = 0;
  const batches = batchesOf(events, size);

  /** The rows of a batch that the table hasn't. */
  const missing = async ({ first, events: own }: Batch, mayBeThere: boolean) => {
    const last = first + own.length - 1;
    const there = mayBeThere
      ? await server.rows(
          `SELECT DISTINCT row FROM ${table.sql} WHERE source = ${sqlText(source)} AND row BETWEEN ${first} AND ${last}`,
        )
      : [];
    const rows = new Set(there.map((row) => numberIn(row, 'row')));
    return own.flatMap(({ call, at, event, node, value, seq, script = '' }, index): AnswerRow[] => {
      const row = first + index;
      if (rows.has(row)) return [];
      const kept = known === undefined ? value : keptValue(known, event, node, value);
      const moment = { [table.moment.column]: table.moment.write(at) };
      return [
        {
          ...{ call, event, node, value: kept, seq: seq ?? null, script, source, log, row },
          ...moment,
        },
      ];
    });
  };

  for await (const batch of batches) {
    if (read === 0) {
      source = await sourceOf(batch);
      found = await find(server, table, source);
      const [newest] = await server.rows(`SELECT max(log) AS log FROM ${table.sql}`);
      log = found?.log ?? numberIn(newest, 'log') + 1;
    }
    read += batch.events.length;
    const isThere = found !== undefined && found.rows === found.last && read <= found.last;
    if (isThere) continue;
    const mayBeThere = found !== undefined && batch.first <= found.last;
    let sent = 0;
    await server.insert({
      ...{ table: table.sql, columns: columnsOf(table), settings: table.settings },
      async rows(tries) {
        const rows = await missing(batch, mayBeThere || tries > 0);
        if (tries === 0) sent = rows.length;
        return rows;
      },
    });
    added += sent;
  }
  const now = read === 0 ? undefined : await find(server, table, source);
  const { rows = 0, last = 0 } = now ?? {};
  if (last < read || rows < last)
    throw new IvrError(
      'server-failed',
      `${server.name} took all rows of ${path}, but has only ${rows} of ${read}.`,
      { help: 'Load it again: rows that are there are not added twice.' },
    );
  return { path, added, there: read - added, twice: rows - last };
}

/**
 * Loads logs into a table, one after the other, in the order in which they are given. A log is known
 * again by its first rows, a row by its number in it: what is there already, from a load that was broken
 * off, isn't added twice. Throws an IvrError: `log-layout` when the table is not one for logs,
 * `server-failed` when the server doesn't take the rows.
 */
export async function loadTable(
  logs: readonly LoadableLog[],
  { server: address, table: name, creates }: LoadTarget,
  options: LoadOptions,
): Promise<readonly LoadedRows[]> {
  const { timeout, wait } = options;
  const server = await connect(address, { timeout, wait });
  try {
    if (creates) await server.command(createTableSql(name, await isModern(server)));
    const table = await findLogTable(server, name);
    const loaded: LoadedRows[] = [];
    for (const log of logs) loaded.push(await loadOne(server, table, log, options));
    return loaded;
  } finally {
    await server.close();
  }
}
