import type { Command } from 'commander';
import type { CallFlow, ScriptDocument } from '../index.ts';
import type { LoadedMenu } from '../node.ts';
import { noting } from './noting.ts';
import type { Terminal } from './terminal.ts';

/** Which calls are counted, and the versions of a script that they ran under. */
export interface VersionFlags {
  readonly log?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly script?: readonly string[];
  readonly until?: readonly string[];
  readonly directory?: string;
  readonly id?: string;
}

const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

/** Adds the options that choose calls by time, and give older versions of the script. */
export function addVersionOptions(command: Command): Command {
  return command
    .option('--from <moment>', 'only calls that begin at or after this moment')
    .option('--to <moment>', 'only calls that begin before this moment')
    .option('--zone <name>', "the time zone of moments and hours (default: the directory's)")
    .option(
      '--script <file>',
      'a version of the menu, oldest first, each but the last with --until',
      collect,
    )
    .option(
      '--until <moment>',
      'when the version before this option ended and the next one began',
      collect,
    );
}

/** A version of a script with the calls that ran under it. */
export interface ScriptVersion {
  readonly document: ScriptDocument;
  readonly menu: LoadedMenu;
  readonly flow: CallFlow;
  /** The zone whose wall clock counts. */
  readonly zone: string;
  /** Which calls are its own; nothing where it is the only one. */
  readonly calls: { readonly from?: string; readonly to?: string; readonly script?: string };
  /** What it is called beside others. */
  readonly name: string;
}

/**
 * The versions of a script that the options name, oldest first: parted by time where there is an
 * `--until` between each two, else by the version that each script and each call names. Throws an
 * IvrError `usage` where they can't be told apart.
 */
export async function versionsOf(
  file: string | undefined,
  { from, to, zone, script = [], until = [], directory, id, log = [] }: VersionFlags,
  terminal: Terminal,
): Promise<readonly ScriptVersion[]> {
  const { buildCallFlow, IvrError, loadOneScript } = await import('../logs.ts');
  const usage = (message: string, help: string) => new IvrError('usage', message, { help });
  const files = [...script, ...(file === undefined ? [] : [file])];
  if (files.length === 0) throw usage('There is no script.', 'Name a menu file.');
  if (files.length > 1 && log.includes('-'))
    throw usage(
      'Several versions need a log that can be read again.',
      'Write standard input to a file, and name that.',
    );
  const isByTime = until.length > 0;
  if (isByTime && until.length !== files.length - 1)
    throw usage(
      `Every version but the last takes an --until: that makes ${files.length - 1}, and ${until.length} are given.`,
      'Write --script old.ivr.yaml --until 2026-05-03 --script new.ivr.yaml.',
    );
  const loaded = [];
  for (const path of files) {
    const one = await loadOneScript(path, { ...noting(terminal), directory, id, recordings: true });
    loaded.push(one);
  }
  const names = loaded.map(({ document }) => document.script.version);
  const isTold = names.every((name) => name !== undefined) && new Set(names).size === names.length;
  if (files.length > 1 && !isByTime && !isTold)
    throw usage(
      "The scripts name no versions of their own, so their calls can't be separated.",
      'Say with --until when each ended, or give each a `version` as the column `script` of the log has it.',
    );
  return loaded.map(({ document, menu, directory: own }, index) => {
    const begin = index === 0 ? from : until[index - 1];
    const end = index === files.length - 1 ? to : until[index];
    const version = names[index];
    const byTime = {
      ...(begin === undefined ? {} : { from: begin }),
      ...(end === undefined ? {} : { to: end }),
    };
    const limits = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    const isOne = files.length === 1;
    return {
      ...{ document, menu, flow: buildCallFlow(document.script) },
      zone: zone ?? own?.directory.timeZone ?? 'UTC',
      calls:
        isOne || isByTime
          ? byTime
          : { ...limits, ...(version === undefined ? {} : { script: version }) },
      name: isByTime
        ? end === undefined
          ? `from ${begin ?? ''}`
          : `until ${end}`
        : (version ?? document.script.id),
    };
  });
}
