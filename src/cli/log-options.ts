import { Option, type Command } from 'commander';
import { readMemory } from './memory-option.ts';

/** What counts the calls of logs, as it is said on a command line. */
const engines = ['stream', 'duckdb', 'clickhouse'] as const;

/** How logs are laid out. */
export interface LayoutFlags {
  readonly logFormat?: string;
  readonly logZone?: string;
  readonly map?: string[];
}

/** How logs are read. */
export interface LogFlags extends LayoutFlags {
  readonly engine?: (typeof engines)[number];
  readonly memory?: number;
  readonly rejects?: string;
}

/** Adds the options that say how logs are laid out. */
export function addLayoutOptions(command: Command): Command {
  return command
    .optionsGroup('How logs are read:')
    .option('--log-format <name>', 'the format of the logs (default: recognised by content)')
    .option('--log-zone <zone>', 'the time zone of times without an offset, such as Europe/Madrid')
    .option('--map <files...>', 'mapping files, for logs of any other layout');
}

/** Adds the options that say how logs are read. */
export function addLogOptions(command: Command): Command {
  return addLayoutOptions(command)
    .addOption(new Option('--engine <name>', 'the engine that counts the calls').choices(engines))
    .option(
      '--memory <size>',
      'the most memory for rows, such as 1GB; the rest goes into temporary files',
      readMemory,
    )
    .option('--rejects <file>', 'list the rows that could not be used, in a CSV file');
}
