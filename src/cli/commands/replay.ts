import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';

interface ReplayFlags extends LogFlags, TableFlags {
  readonly log?: string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly directory?: string;
  readonly id?: string;
}

/** `ivr replay`: walks the calls of a log over a script and tells how they ended and where they were lost. */
export const registerReplay: RegisterCommand = (program, { terminal }) => {
  addTableOptions(addLogOptions(program.command('replay')))
    .description('walk the calls of a log over a menu: outcomes, drop-outs, deviations')
    .argument('<script>', 'a menu file')
    .option('-l, --log <files...>', 'call logs, or folders of them; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .option('-o, --output <file>', 'the file to write; standard output where it is left out')
    .option('--directory <file>', 'the queues and calendars, for a menu that names none')
    .option('--id <script>', 'which script to replay on, in a file that holds several')
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr replay menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv\n',
    )
    .action(async (file: string, flags: ReplayFlags) => {
      const { format, output, directory, id } = flags;
      const { buildCallFlow, replayLog, replayToJson, replayToText } =
        await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const { document } = await loadOneScript(file, { ...terminal, directory, id });
      const flow = buildCallFlow(document.script);
      const log = await loadCalls(flags.log, flow, flags, terminal);
      const report = { script: document.script, log, replay: replayLog(flow, log) };
      const text =
        format === 'json'
          ? replayToJson(report)
          : replayToText(report, paintFor(terminal.stdout, terminal.env));
      await deliver(terminal, output, text);
    });
};
