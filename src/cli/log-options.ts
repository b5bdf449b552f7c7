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
    .option(
      '--log-format <name>',
      'the format of the logs; told by their content where it is left out',
    )
    .option(
      '--log-zone <zone>',
      'the zone on whose clock times without an offset are read, as Europe/Madrid',
    )
    .option('--map <files...>', 'mappings of logs that are laid out in some other way');
}

/** Adds the options that say how logs are read. */
export function addLogOptions(command: Command): Command {
  return addLayoutOptions(command)
    .addOption(new Option('--engine <name>', 'what counts the calls of logs').choices(engines))
    .option(
      '--memory <size>',
      'what rows may take, like 1GB; DuckDB puts the rest into temporary files',
      readMemory,
    )
    .option('--rejects <file>', 'write the rows of logs that could not be used, as CSV');
}
