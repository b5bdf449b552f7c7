import type { RegisterCommand } from '../../command.ts';
import { textOrJsonOption } from '../../format-option.ts';
import { exitCode } from '../../exit-code.ts';
import { failOnOption, reaches, type FailOn } from '../../fail-on.ts';
import { loadCalls, withRejects } from '../../load-calls.ts';
import { addLogOptions, type LogFlags } from '../../log-options.ts';
import { formatByEnding } from '../../format-by-ending.ts';
import { deliver, formattedOutputOption } from '../../output.ts';
import { paintInto } from '../../paint.ts';
import { addTableOptions, type TableFlags } from '../../table-options.ts';

interface CheckFlags extends LogFlags, TableFlags {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly failOn: FailOn;
}

/** `ivr calls check`: judges logs before anyone draws conclusions from them. */
export const registerCallsCheck: RegisterCommand = (calls, { terminal, leave }) => {
  const command = calls
    .command('check')
    .description('check logs before drawing conclusions: rows, gaps, duplicates, versions')
    .argument('[logs...]', 'call logs, or folders of logs; - reads standard input')
    .addOption(textOrJsonOption())
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(failOnOption());
  addTableOptions(addLogOptions(command))
    .addHelpText('after', '\nExample:\n  $ ivr calls check sample-logs/northwind-bank.csv\n')
    .action(async (logs: string[], flags: CheckFlags) => {
      const { createRejectExamples, digestOf, judgeLog, logCheckToJson, logCheckToText } =
        await import('../../../logs.ts');
      const examples = createRejectExamples();
      const log = await withRejects(flags.rejects, terminal, (onReject) =>
        loadCalls(logs.length === 0 ? undefined : logs, undefined, flags, terminal, {
          onReject: (...row) => {
            examples.onReject(...row);
            onReject?.(...row);
          },
        }),
      );
      const judgement = judgeLog(log);
      const check = { log, judgement, digest: await digestOf(log), examples: examples.rows() };
      const { format, output } = flags;
      const paint = paintInto(output, terminal);
      await deliver(
        terminal,
        output,
        format === 'json' ? logCheckToJson(check) : logCheckToText(check, paint),
      );
      const count = (severity: string) =>
        judgement.problems.filter((problem) => problem.severity === severity).length;
      const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
      if (reaches(flags.failOn, counts)) leave(exitCode.findings);
    });
};
