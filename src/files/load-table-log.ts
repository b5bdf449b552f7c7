import type { CondensedLog } from '../calls/condensed-log.ts';
import type { OnReject } from '../calls/log-engine.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { ColumnNames } from '../calls/clickhouse/table-columns.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { FindLogsOptions } from './find-logs.ts';
import { loadMappings } from './load-mappings.ts';

/** Where a log lies in ClickHouse, as it is said on a command line. */
export interface TableLogNames {
  /** One server, or all that hold a shard of the table. */
  readonly urls: readonly string[];
  /** `table` or `database.table`. */
  readonly table: string;
  /** Which column stands for what, as in `call=contact_id,at=ts:ms`; the others are found by name. */
  readonly columns?: string | undefined;
  /** The file of a mapping, where the columns are those of another system; `columns` then names places. */
  readonly mapping?: string | undefined;
  /** The zone on whose clock times without an offset are read, where the mapping names none. */
  readonly zone?: string | undefined;
}

export interface LoadTableLogOptions extends Pick<FindLogsOptions, 'cwd' | 'stdin'> {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How many seconds a server may be silent. */
  readonly timeout?: number | undefined;
  /** Told how many servers have answered, and how many there are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told every rejected row once, when all servers have answered. */
  readonly onReject?: OnReject | undefined;
  /** Told, in a sentence, what costs time beyond the usual, or can't be known. */
  readonly onNote?: ((note: string) => void) | undefined;
}

/** How many seconds a server may be silent, if nothing else is said. */
export const usualTimeout = 300;

/** Who asks, for URLs that don't say it. */
export function credentialsOf(env: LoadTableLogOptions['env']) {
  return { user: env['IVR_CLICKHOUSE_USER'], password: env['IVR_CLICKHOUSE_PASSWORD'] };
}

/** A mapping says what columns stand for, but not which ones tell the place of a row. */
function refuseMapped(columns: ColumnNames): void {
  const other = Object.keys(columns).find((field) => field !== 'row' && field !== 'log');
  if (other === undefined) return;
  throw new IvrError(
    'usage',
    `The mapping says which column holds "${other}", and so does --columns.`,
    {
      help: 'With --map, --columns can name only row and log.',
    },
  );
}

/**
 * Condenses a log that lies in ClickHouse, for replay on a flow, or for none. The user and the password come from
 * the URLs or from IVR_CLICKHOUSE_USER and IVR_CLICKHOUSE_PASSWORD. Throws an IvrError when the log
 * can't be read, or not whole.
 */
export async function loadTableLog(
  { urls, table, columns: named, mapping: file, zone }: TableLogNames,
  flow: CallFlow | undefined,
  { env, timeout = usualTimeout, cwd, stdin, ...told }: LoadTableLogOptions,
): Promise<CondensedLog> {
  if (urls.length === 0)
    throw new IvrError('usage', 'A table needs a server: --url is missing.', {
      help: 'Add --url http://host:8123, once for every shard.',
    });
  // The client is loaded here, so that commands without a table start without it.
  const { condenseTable } = await import('../calls/clickhouse/condense-table.ts');
  const { parseServerAddresses } = await import('../calls/clickhouse/server-address.ts');
  const { parseColumnNames } = await import('../calls/clickhouse/table-columns.ts');
  const { parseTableName } = await import('../calls/clickhouse/table-name.ts');
  const { knownValuesOf, nothingKnown } = await import('../calls/kept-value.ts');
  const { mappingInZone } = await import('../calls/mapping/in-zone.ts');
  const { checkZone } = await import('../calls/formats/moment.ts');
  if (zone !== undefined) checkZone(zone);
  const [written] = await loadMappings(file === undefined ? [] : [file], { cwd, stdin });
  const mapping = written === undefined ? undefined : mappingInZone(written, zone);
  const columns = named === undefined ? {} : parseColumnNames(named);
  if (mapping !== undefined) refuseMapped(columns);
  const log = {
    mapping,
    columns,
    servers: parseServerAddresses(urls, credentialsOf(env)),
    table: parseTableName(table),
  };
  const known = flow === undefined ? nothingKnown : knownValuesOf(flow);
  return condenseTable(log, known, { ...told, timeout: timeout * 1000 });
}
