import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { addVersionOptions, versionsOf, type VersionFlags } from '../version-options.ts';

interface ReplayFlags extends LogFlags, TableFlags, VersionFlags {
  readonly log?: string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** `ivr replay`: walks the calls of a log over a script and tells how they ended and where they were lost. */
export const registerReplay: RegisterCommand = (program, { terminal }) => {
  addTableOptions(addVersionOptions(addLogOptions(program.command('replay'))))
    .description('walk the calls of a log over a menu: outcomes, drop-outs, deviations')
    .argument('[script]', 'a menu file; the last version of it')
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
    .action(async (file: string | undefined, flags: ReplayFlags) => {
      const { format, output } = flags;
      const { replayLog, replaysToJson, replaysToText } = await import('../../index.ts');
      const { loadDetails } = await import('../../logs.ts');
      const versions = await versionsOf(file, flags, terminal);
      const reports = [];
      for (const { flow, zone, calls, name } of versions) {
        const { cwd } = terminal;
        const wanted = await loadDetails({ cwd, zone, ...calls, now: Date.now() });
        const details = { ...wanted, ifCheap: wanted.selection === undefined };
        const log = await loadCalls(flags.log, flow, flags, terminal, undefined, details);
        const version = versions.length > 1 ? { version: name } : {};
        reports.push({ script: flow.script, log, replay: replayLog(flow, log), ...version });
      }
      const text =
        format === 'json'
          ? replaysToJson(reports)
          : replaysToText(reports, paintFor(terminal.stdout, terminal.env));
      await deliver(terminal, output, text);
    });
};
