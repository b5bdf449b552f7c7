import { Option, type Command } from 'commander';
import type { LintResult } from '../check.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { readDay } from './day-option.ts';
import { addRuleOptions, chooseFrom, type RuleFlags } from './lint-options.ts';
import type { Terminal } from './terminal.ts';
import { directoryOption } from './menu-options.ts';

/** What `ivr lint` checks, and what it leaves for later. */
export interface LintInputFlags extends RuleFlags {
  readonly directory?: string;
  readonly from?: number;
  readonly baseline?: string;
  readonly writeBaseline?: true;
  readonly pruneBaseline?: true;
}

const defaultBaseline = 'ivr-baseline.json';

/** Adds the options that choose rules and a baseline. */
export function addLintOptions(command: Command): Command {
  return addRuleOptions(command)
    .addOption(directoryOption())
    .option(
      '--from <day>',
      'compare opening hours over the year from this day (default: 2026)',
      readDay,
    )
    .option(
      '--baseline <file>',
      'hide the findings listed in this file; fail if one of them is gone',
    )
    .addOption(
      new Option(
        '--write-baseline',
        `write all findings into the baseline (default file: ${defaultBaseline})`,
      ).conflicts(['pruneBaseline', 'watch']),
    )
    .addOption(
      new Option('--prune-baseline', 'remove findings that are gone from the baseline').conflicts(
        'watch',
      ),
    );
}

/** What linting gave, and the files that it looked at. */
export interface LintRun {
  readonly result: LintResult;
  /** Menus, directories, the configuration and the baseline: what another run may depend on. */
  readonly read: readonly string[];
}

/**
 * Lints files as the options ask; what is written into a baseline is told on stderr. Throws an IvrError
 * `usage` where a path leads to nothing that can be checked.
 */
export async function lintWithOptions(
  files: readonly string[],
  flags: LintInputFlags,
  terminal: Terminal,
): Promise<LintRun> {
  const { cwd, stdin, stderr } = terminal;
  const { lintFiles } = await import('../node.ts');
  const { selection, configFile } = await chooseFrom(flags, terminal);
  const linted = await lintFiles(files, {
    cwd,
    stdin,
    directory: flags.directory,
    from: flags.from,
    selection,
  });
  await refuseEmpty(files, linted.sources, terminal);
  const paths = [...linted.sources.map(({ path }) => path), ...(configFile ? [configFile] : [])];
  const { writeBaseline, pruneBaseline, baseline } = flags;
  if (baseline === undefined && writeBaseline !== true && pruneBaseline !== true)
    return { result: linted, read: paths };
  const { applyBaseline, plural } = await import('../node.ts');
  const file = baseline ?? defaultBaseline;
  const use = writeBaseline === true ? 'write' : pruneBaseline === true ? 'prune' : 'compare';
  const result = await applyBaseline(linted, { file, use, cwd, stdin, selection });
  if (result.written !== undefined)
    stderr.write(`${file} now holds ${plural(result.written, 'finding')}\n`);
  return { result, read: [...paths, file] };
}
