import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { paintFor } from '../paint.ts';

interface LintFlags {
  readonly format: 'text' | 'json';
  readonly failOn: 'error' | 'warning' | 'info' | 'never';
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
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that makes the exit code 1')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option(
      '--directory <file>',
      'the queues and calendars to check against, for menus that name none',
    )
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr lint menus/northwind-bank.ivr.yaml --fail-on warning\n',
    )
    .action(async (files: string[], flags: LintFlags) => {
      const { formatLintJson, formatLintText, lintFiles } = await import('../../node.ts');
      const { cwd, stdin, stdout, env } = terminal;
      const result = await lintFiles(files, { cwd, stdin, directory: flags.directory });
      stdout.write(
        flags.format === 'json'
          ? formatLintJson(result)
          : formatLintText(result, paintFor(stdout, env)),
      );
      const { errors, warnings, infos } = result.summary;
      const counted = {
        error: errors,
        warning: errors + warnings,
        info: errors + warnings + infos,
        never: 0,
      };
      if (counted[flags.failOn] > 0) leave(exitCode.findings);
    });
};
