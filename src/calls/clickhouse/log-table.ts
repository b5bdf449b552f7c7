import type { ClickHouseSettings } from '@clickhouse/client';
import { IvrError } from '../../source/ivr-error.ts';
import type { Server } from './connect.ts';
import { isDistributed } from './describe-table.ts';
import { sqlTable, type TableName } from './table-name.ts';

/** Types that servers have which are not from before 2020. */
const modern = {
  moment: "at DateTime64(3, 'UTC') CODEC(DoubleDelta, ZSTD)",
  word: 'LowCardinality(String)',
};
/** Older ones have no moments of less than a second: they get whole milliseconds. */
const old = { moment: 'at_ms Int64', word: 'String' };

/** Whether the server knows moments of milliseconds. */
export async function isModern(server: Server): Promise<boolean> {
  const rows = await server.rows(
    "SELECT name FROM system.functions WHERE name = 'toUnixTimestamp64Milli'",
  );
  return rows.length > 0;
}

/**
 * The statement that makes a table for logs. Its rows lie by call, so that those of one call are read
 * together; a cluster shards it by the call, too.
 */
export function createTableSql(name: TableName, isModernServer: boolean): string {
  const { moment, word } = isModernServer ? modern : old;
  return `CREATE TABLE IF NOT EXISTS ${sqlTable(name)} (
  call String,
  ${moment},
  event ${word},
  node ${word},
  value String,
  seq Nullable(Int64),
  script ${word},
  source ${word},
  log UInt32,
  row UInt64
) ENGINE = MergeTree ORDER BY (call, log, row)`;
}

/** A table that logs can be loaded into. */
export interface LogTable {
  /** As statements name it. */
  readonly sql: string;
  /** How the moment of a row is written there, and in which column. */
  readonly moment: { readonly column: string; readonly write: (at: number) => number | string };
  /** What makes sure that rows are stored when a request is answered. */
  readonly settings: ClickHouseSettings;
}

const needed = ['call', 'event', 'node', 'value', 'seq', 'script', 'source', 'log', 'row'] as const;

/** How a moment is written where the columns are of these types. */
function momentOf(types: ReadonlyMap<string, string>): LogTable['moment'] | undefined {
  const type = types.get('at');
  const iso = (at: number): string => new Date(at).toISOString();
  if (type === 'String') return { column: 'at', write: iso };
  if (type !== undefined && /^DateTime64\([3-9], ?'UTC'\)$/.test(type))
    return { column: 'at', write: (at) => iso(at).replace('T', ' ').replace('Z', '') };
  return types.get('at_ms') === 'Int64' ? { column: 'at_ms', write: (at) => at } : undefined;
}

/**
 * Looks up a table that `createTableSql` has made, or one like it. Throws an IvrError `log-layout` for
 * any other: what can't be read back as it was must not be written.
 */
export async function findLogTable(server: Server, name: TableName): Promise<LogTable> {
  const sql = sqlTable(name);
  const declared = await server.rows(`DESCRIBE TABLE ${sql}`);
  const types = new Map(declared.map((row) => [String(row['name']), String(row['type'])]));
  const moment = momentOf(types);
  const missing = needed.find((column) => !types.has(column));
  if (moment === undefined || missing !== undefined) {
    const message = `Logs can't be loaded into ${sql} of ${server.name}: it has no column "${missing ?? 'at'}" for them.`;
    throw new IvrError('log-layout', message, {
      help: 'Let --create make a table; docs/clickhouse.md shows what it makes.',
    });
  }
  return {
    ...{ sql, moment },
    settings: {
      ...((await isModern(server)) ? { async_insert: 0 as const } : {}),
      ...((await isDistributed(server, name)) ? { insert_distributed_sync: 1 as const } : {}),
    },
  };
}
