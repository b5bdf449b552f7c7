import { InvalidArgumentError, Option, type Command } from 'commander';
import type { IvrError as Failure } from '../index.ts';
import type { LogFlags } from './log-options.ts';
import { needing } from './needing.ts';

/** Where calls are that lie in ClickHouse. */
export interface TableFlags {
  readonly url?: string[];
  readonly table?: string;
  readonly columns?: string;
  readonly timeout?: number;
}

function seconds(text: string): number {
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number === 0)
    throw new InvalidArgumentError('It takes whole seconds, like 600.');
  return number;
}

/** How long servers are waited for. */
export function timeoutOption(): Option {
  const says = 'how long to wait for a silent server (default: 300)';
  return new Option('--timeout <seconds>', says).argParser(seconds);
}

/** Adds the options for calls that lie in a table instead of a file. */
export function addTableOptions(command: Command): Command {
  return command
    .optionsGroup('Calls in a ClickHouse table:')
    .option('--table <name>', 'count the calls of a ClickHouse table instead, named database.table')
    .option('--url <urls...>', 'the servers that hold the table, one for each shard')
    .option('--columns <names>', 'which column holds what, such as call=contact_id,at=ts')
    .addOption(timeoutOption())
    .hook('preAction', needing(['url', 'columns', 'timeout'], ['table', 'engine']));
}

/** The table that the options name, if they do. Throws an IvrError `usage` for what doesn't go together. */
export function tableOf(
  { table, url = [], columns, engine, logZone, map = [] }: TableFlags & LogFlags,
  logs: readonly string[] | undefined,
  IvrError: typeof Failure,
):
  | {
      readonly urls: readonly string[];
      readonly table: string;
      readonly columns?: string | undefined;
      readonly mapping?: string | undefined;
      readonly zone?: string | undefined;
    }
  | undefined {
  if (table === undefined && engine !== 'clickhouse') return undefined;
  if (table === undefined || (engine !== undefined && engine !== 'clickhouse'))
    throw new IvrError('usage', 'Only ClickHouse counts the calls of its tables.', {
      help: 'Give --engine clickhouse, --url and --table together.',
    });
  if (logs !== undefined && logs.length > 0)
    throw new IvrError('usage', 'The calls are either in logs or in a table.', {
      help: 'Leave out the logs or --table.',
    });
  if (logZone !== undefined && map.length === 0)
    throw new IvrError('usage', "The times of a table can't be read in the zone of --log-zone.", {
      help: 'Leave it out, and make a view whose times are moments: toDateTime64(text, 3, zone).',
    });
  const [mapping, another] = map;
  if (another !== undefined)
    throw new IvrError('usage', 'A table is read by one mapping, and several were given.', {
      help: 'Give --map the one for the columns of the table.',
    });
  return { urls: url, table, columns, mapping, zone: logZone };
}
