import { InvalidArgumentError } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { needing } from '../needing.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { paintInto } from '../paint.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { addVersionOptions, versionsOf, type VersionFlags } from '../version-options.ts';
import { reasonsOption } from '../reasons-option.ts';
import { replayAs, type WhatIfFlags } from '../what-if.ts';
import { directoryOption, idOption } from '../menu-options.ts';

type ReplayFlags = LogFlags & TableFlags & VersionFlags & WhatIfFlags;

function callCount(text: string): number {
  const count = Number(text.replaceAll(',', ''));
  if (!/^[\d,]{1,15}$/.test(text) || count === 0)
    throw new InvalidArgumentError('It takes a number of calls, like 1200000.');
  return count;
}

/** `ivr replay`: walks the calls of a log over a script and tells how they ended and where they were lost. */
export const registerReplay: RegisterCommand = (program, { terminal }) => {
  const command = program
    .command('replay')
    .description('replay the calls of a log on a menu: outcomes, drop-outs, deviations')
    .argument('[script]', 'a menu file, or its newest version')
    .option('-l, --log <files...>', 'call logs, or folders of logs; - reads standard input')
    .addOption(textOrJsonOption())
    .option(
      '--as <script>',
      'the menu that the calls were made to; what callers wanted is then tried on the other menu',
    )
    .option(reasonsOption[0], `with --as: ${reasonsOption[1]}`)
    .option(
      '--calls-per-year <count>',
      'with --as: how many calls the saving of a year is for',
      callCount,
    )
    .option('--calibration <file>', 'with --as: figures of your own callers, from ivr calibrate')
    .option(
      '--callers-key <file>',
      'with --as: the key for pseudonyms of callers (default: IVR_CALLERS_KEY, or a new key each time)',
    )
    .hook('preAction', needing(['reasons', 'callsPerYear', 'calibration', 'callersKey'], ['as']))
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(directoryOption())
    .addOption(idOption());
  addTableOptions(addLogOptions(addVersionOptions(command)))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr replay menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv\n',
    )
    .action(async (file: string | undefined, flags: ReplayFlags) => {
      const { format, output, as } = flags;
      if (as !== undefined) {
        await replayAs(file, as, flags, terminal);
        return;
      }
      const { loadDetails, replayLog, replaysToJson, replaysToText } =
        await import('../../logs.ts');
      const versions = await versionsOf(file, flags, terminal);
      const reports = [];
      for (const { flow, zone, calls, name } of versions) {
        const { cwd } = terminal;
        const wanted = await loadDetails({ cwd, zone, hours: false, ...calls, now: Date.now() });
        const details = { ...wanted, ifCheap: true };
        const log = await loadCalls(flags.log, flow, flags, terminal, { details });
        const version = versions.length > 1 ? { version: name } : {};
        reports.push({ script: flow.script, log, replay: replayLog(flow, log), ...version });
      }
      const text =
        format === 'json'
          ? replaysToJson(reports)
          : replaysToText(reports, paintInto(output, terminal));
      await deliver(terminal, output, text);
    });
};
