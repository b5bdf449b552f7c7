import { IvrError } from '../../source/ivr-error.ts';
import type { Server } from './connect.ts';
import { sqlText } from './sql-text.ts';
import { findTableColumns, type ColumnNames, type TableColumns } from './table-columns.ts';
import { sqlTable, type TableName } from './table-name.ts';

/** A server, and the part of a log that it holds. */
export interface Shard {
  readonly server: Server;
  /** The table as statements name it. */
  readonly table: string;
  readonly columns: TableColumns;
  readonly isDistributed: boolean;
}

/** Whether a table stands for those of other servers, and keeps no rows itself. */
export async function isDistributed(server: Server, name: TableName): Promise<boolean> {
  const database = name.database === undefined ? 'currentDatabase()' : sqlText(name.database);
  const engines = await server.rows(
    `SELECT engine FROM system.tables WHERE database = ${database} AND name = ${sqlText(name.table)}`,
  );
  return engines[0]?.['engine'] === 'Distributed';
}

/** Looks the table up on a server. Throws an IvrError `log-layout` when it is no log. */
export async function describeTable(
  server: Server,
  name: TableName,
  names: ColumnNames,
): Promise<Shard> {
  const table = sqlTable(name);
  const declared = await server.rows(`DESCRIBE TABLE ${table}`);
  const shown = `${name.database === undefined ? '' : `${name.database}.`}${name.table}`;
  const columns = findTableColumns(
    `${shown} on ${server.name}`,
    declared.map((row) => ({ name: String(row['name']), type: String(row['type']) })),
    names,
  );
  return { server, table, columns, isDistributed: await isDistributed(server, name) };
}

/**
 * Throws an IvrError `usage` when several servers are asked for a table that stands for those of all:
 * each would count everything.
 */
export function refuseDistributed(shards: readonly Shard[]): void {
  const distributed = shards.find(({ isDistributed }) => isDistributed);
  if (distributed === undefined || shards.length === 1) return;
  const { server, table } = distributed;
  throw new IvrError(
    'usage',
    `The table ${table} of ${server.name} is distributed: each server would count the calls of all.`,
    { help: 'Name one server for it, or the local table that it stands for.' },
  );
}
