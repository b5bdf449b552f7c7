import type { RegisterCommand } from '../command.ts';
import { paintFor } from '../paint.ts';

/** `ivr explain`: says all that is known about one rule. */
export const registerExplain: RegisterCommand = (program, { terminal }) => {
  program
    .command('explain')
    .description('explain a rule: what it requires, what callers experience, what to do, and why')
    .argument('<rule>', 'the id of a rule, as findings show it')
    .addHelpText('after', '\nExample:\n  $ ivr explain no-input-unhandled\n')
    .action(async (rule: string) => {
      const { explainRule } = await import('../../check.ts');
      const { stdout, env } = terminal;
      stdout.write(explainRule(rule, paintFor(stdout, env)));
    });
};
