import type { Command } from 'commander';

/** How logs are read that are not native. */
export interface LogFlags {
  readonly logFormat?: string;
}

/** Adds the options that say how logs are read, where their content alone doesn't. */
export function addLogOptions(command: Command): Command {
  return command.option(
    '--log-format <name>',
    'the format of the logs; told by their content where it is left out',
  );
}

/** How logs are to be read, by these options. */
export function logReading({ logFormat }: LogFlags): { readonly logFormat?: string } {
  return logFormat === undefined ? {} : { logFormat };
}
