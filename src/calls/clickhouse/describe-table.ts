import { IvrError } from '../../source/ivr-error.ts';
import type { LogMapping } from '../mapping/mapping.ts';
import type { Server } from './connect.ts';
import { mapTableColumns } from './map-table.ts';
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

/** Looks the table up on a server; a mapping says what its columns stand for. Throws an IvrError `log-layout` when it is no log. */
export async function describeTable(
  server: Server,
  name: TableName,
  names: ColumnNames,
  mapping?: LogMapping,
): Promise<Shard> {
  const table = sqlTable(name);
  const declared = await server.rows(`DESCRIBE TABLE ${table}`);
  const shown = `${name.database === undefined ? '' : `${name.database}.`}${name.table}`;
  const path = `${shown} on ${server.name}`;
  const types = declared.map((row) => ({ name: String(row['name']), type: String(row['type']) }));
  const columns =
    mapping === undefined
      ? findTableColumns(path, types, names)
      : await mapTableColumns(
          { server, table, shown: path, declared: types, places: names },
          mapping,
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
    { help: 'Name one server for it, or the local table that it reads.' },
  );
}
