import { basename } from 'node:path';
import type { ApplyCommand } from '../index.ts';
import type { LogFlags } from './log-options.ts';
import type { TableFlags } from './table-options.ts';
import type { MenuFlags } from './menu-options.ts';

interface Flags extends LogFlags, TableFlags, MenuFlags {
  readonly log?: readonly string[];
  readonly calibration?: string;
}

const option = (name: string, value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined || value.length === 0
    ? []
    : [name, ...(typeof value === 'string' ? [value] : value)];

/** `bank.ivr.yaml` as the file that the shorter menu is written to; an export becomes a native file. */
function outputName(file: string): string {
  const name = basename(file);
  const native = /\.ivr\.(ya?ml|json)$/.exec(name);
  return native === null
    ? `${name.replace(/\.[^.]*$/, '')}.shorter.ivr.yaml`
    : `${name.slice(0, native.index)}.shorter${native[0]}`;
}

/** The `ivr suggest --apply` that makes the changes of a report: the same menu, calls and options. */
export function applyCommand(file: string, flags: Flags): ApplyCommand {
  const { log, logFormat, logZone, map, engine, url, table, columns } = flags;
  return {
    before: [
      ...['ivr', 'suggest', file],
      ...option('--log', log),
      ...option('--log-format', logFormat),
      ...option('--log-zone', logZone),
      ...option('--map', map),
      ...option('--engine', engine),
      ...option('--table', table),
      ...option('--url', url),
      ...option('--columns', columns),
      ...option('--calibration', flags.calibration),
      ...option('--directory', flags.directory),
      ...option('--id', flags.id),
    ],
    after: ['-o', outputName(file)],
  };
}
