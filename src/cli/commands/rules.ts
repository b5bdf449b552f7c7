import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { paintFor } from '../paint.ts';

interface RulesFlags {
  readonly format: 'text' | 'json';
}

/** `ivr rules`: lists everything that `ivr lint` looks for. */
export const registerRules: RegisterCommand = (program, { terminal }) => {
  program
    .command('rules')
    .description('list the rules of ivr lint: severity, presets, what each requires')
    .addOption(textOrJsonOption())
    .addHelpText('after', '\nExample:\n  $ ivr rules\n')
    .action(async ({ format }: RulesFlags) => {
      const { ruleInfos, rulesToJson, rulesToText } = await import('../../check.ts');
      const { stdout, env } = terminal;
      stdout.write(
        format === 'json' ? rulesToJson(ruleInfos) : rulesToText(ruleInfos, paintFor(stdout, env)),
      );
    });
};
