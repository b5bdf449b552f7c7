import type { LintFormat } from '../../check.ts';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { addFixOptions, fixWithOptions, hintAtFix, type FixFlags } from '../fix-options.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import {
  lintFormatOption,
  lintOutputOption,
  plannedOutputs,
  writeLintOutputs,
  type LintOutput,
} from '../lint-outputs.ts';
import { addLintOptions, lintWithOptions, type LintInputFlags } from '../lint-with-options.ts';
import { repeatOnChange } from '../repeat-on-change.ts';

interface LintFlags extends LintInputFlags, FixFlags {
  readonly format?: LintFormat;
  readonly output?: readonly LintOutput[];
  readonly watch?: boolean;
  readonly failOn: FailOn;
}

/** `ivr lint`: reads menus, runs the rules, prints the findings. */
export const registerLint: RegisterCommand = (program, { terminal, leave }) => {
  addFixOptions(addLintOptions(program.command('lint')))
    .description('check menus, and the directories they name, for mistakes that lose callers')
    .argument('<files...>', 'menu files or folders; - reads standard input')
    .addOption(lintFormatOption())
    .addOption(lintOutputOption())
    .addOption(failOnOption())
    .option('-w, --watch', 'check again whenever one of the files changes, until Ctrl-C')
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr lint menus/northwind-bank.ivr.yaml --fail-on warning\n',
    )
    .action(async (files: string[], flags: LintFlags) => {
      const { failOn } = flags;
      const outputs = await plannedOutputs(terminal, flags);
      await fixWithOptions(files, flags, terminal);
      const lintOnce = async (): Promise<readonly string[]> => {
        const { result, read } = await lintWithOptions(files, flags, terminal);
        await writeLintOutputs(terminal, outputs, result);
        await hintAtFix(flags, result, terminal);
        leave(reaches(failOn, result.summary) ? exitCode.findings : exitCode.clean);
        return read;
      };
      const written = outputs.map(({ file }) => file);
      if (flags.watch === true) await repeatOnChange(terminal, files, written, lintOnce);
      else await lintOnce();
    });
};
