import { Option, type Command } from 'commander';
import type { LintResult } from '../check.ts';
import { chooseFrom, type RuleFlags } from './lint-options.ts';
import { paintFor } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** Whether findings are mended before files are checked. */
export interface FixFlags {
  readonly fix?: true;
  readonly fixDryRun?: true;
}

/** Adds the options that mend what is found. */
export function addFixOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--fix', 'fix what can be fixed safely, then check').conflicts([
        'fixDryRun',
        'watch',
      ]),
    )
    .addOption(
      new Option('--fix-dry-run', 'show what --fix would change, and change nothing').conflicts(
        'watch',
      ),
    );
}

/** Mends files as the options ask, and tells on stderr what was done. */
export async function fixWithOptions(
  files: readonly string[],
  flags: FixFlags & RuleFlags & { readonly directory?: string },
  terminal: Terminal,
): Promise<void> {
  if (flags.fix !== true && flags.fixDryRun !== true) return;
  const { cwd, stdin, stderr, env } = terminal;
  const { fixToText, IvrError } = await import('../check.ts');
  const { fixFiles } = await import('../node.ts');
  if (files.includes('-')) {
    const help = 'Name files or folders, or leave it out.';
    throw new IvrError('usage', "Standard input can't be fixed in place.", { help });
  }
  const { selection } = await chooseFrom(flags, terminal);
  const write = flags.fix === true;
  const { directory } = flags;
  const run = await fixFiles(files, { cwd, stdin, directory, selection, write });
  stderr.write(fixToText(run, !write, paintFor(stderr, env)));
}

/** Tells people, and only people, that some of what was found can be mended. */
export async function hintAtFix(
  flags: FixFlags,
  { findings }: LintResult,
  { stderr }: Terminal,
): Promise<void> {
  const count = findings.filter(({ fix }) => fix !== undefined).length;
  if (count === 0 || stderr.isTTY !== true || flags.fix === true || flags.fixDryRun === true)
    return;
  const { grouped } = await import('../node.ts');
  const what = count === 1 ? 'One of these can' : `${grouped(count)} of these can`;
  stderr.write(`${what} perhaps be fixed: try --fix-dry-run, then --fix.\n`);
}
