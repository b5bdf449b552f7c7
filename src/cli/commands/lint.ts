import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import { paintFor } from '../paint.ts';

interface LintFlags {
  readonly format: 'text' | 'json';
  readonly failOn: FailOn;
  readonly directory?: string;
}

/** `ivr lint`: reads menus, runs the rules, prints the findings. */
export const registerLint: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('lint')
    .description('check menus, and the directories they name, for what would lose callers')
    .argument('<files...>', 'menu files or folders; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .addOption(failOnOption())
    .option(
      '--directory <file>',
      'the queues and calendars to check against, for menus that name none',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr lint menus/northwind-bank.ivr.yaml --fail-on warning\n',
    )
    .action(async (files: string[], flags: LintFlags) => {
      const { lintToJson, lintToText } = await import('../../check.ts');
      const { lintFiles } = await import('../../node.ts');
      const { cwd, stdin, stdout, env } = terminal;
      const result = await lintFiles(files, { cwd, stdin, directory: flags.directory });
      stdout.write(
        flags.format === 'json' ? lintToJson(result) : lintToText(result, paintFor(stdout, env)),
      );
      if (reaches(flags.failOn, result.summary)) leave(exitCode.findings);
    });
};
