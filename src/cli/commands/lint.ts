import type { LintFormat } from '../../check.ts';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import {
  lintFormatOption,
  lintOutputOption,
  plannedOutputs,
  writeLintOutputs,
  type LintOutput,
} from '../lint-outputs.ts';
import { repeatOnChange } from '../repeat-on-change.ts';

interface LintFlags {
  readonly format?: LintFormat;
  readonly output?: readonly LintOutput[];
  readonly watch?: boolean;
  readonly failOn: FailOn;
  readonly directory?: string;
}

/** `ivr lint`: reads menus, runs the rules, prints the findings. */
export const registerLint: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('lint')
    .description('check menus, and the directories they name, for what would lose callers')
    .argument('<files...>', 'menu files or folders; - reads standard input')
    .addOption(lintFormatOption())
    .addOption(lintOutputOption())
    .addOption(failOnOption())
    .option(
      '--directory <file>',
      'the queues and calendars to check against, for menus that name none',
    )
    .option('-w, --watch', 'check again whenever one of the files changes, until Ctrl-C')
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr lint menus/northwind-bank.ivr.yaml --fail-on warning\n',
    )
    .action(async (files: string[], flags: LintFlags) => {
      const { lintFiles } = await import('../../node.ts');
      const { cwd, stdin } = terminal;
      const { directory, failOn } = flags;
      const outputs = await plannedOutputs(terminal, flags);
      const lintOnce = async (): Promise<readonly string[]> => {
        const result = await lintFiles(files, { cwd, stdin, directory });
        await writeLintOutputs(terminal, outputs, result);
        leave(reaches(failOn, result.summary) ? exitCode.findings : exitCode.clean);
        return result.sources.map(({ path }) => path);
      };
      const written = outputs.map(({ file }) => file);
      if (flags.watch === true) await repeatOnChange(terminal, files, written, lintOnce);
      else await lintOnce();
    });
};
