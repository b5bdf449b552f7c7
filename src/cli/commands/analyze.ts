import { analyzeLog } from '../analyze-log.ts';
import { analyzeMenus } from '../analyze-menus.ts';
import { analyzeReport } from '../analyze-report.ts';
import type { RegisterCommand } from '../command.ts';
import { failOnOption, type FailOn } from '../fail-on.ts';
import { addInsightOptions, type InsightFlags } from '../insight-options.ts';
import { addConfigOptions, type ConfigFlags } from '../lint-options.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { needing } from '../needing.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';

interface AnalyzeFlags extends ConfigFlags, LogFlags, TableFlags, InsightFlags {
  readonly logs?: string;
  readonly output?: string;
  readonly failOn: FailOn;
}

/** Options that only questions about calls go by. */
const ofInsights = [
  ...['only', 'agentSeconds', 'changed', 'callersKey', 'anonymise', 'anyway'],
  ...['from', 'to', 'zone', 'script', 'until'],
];

/**
 * `ivr analyze`: lint, replay, drop-outs, suggestions and pictures for whole folders; with `--log`, all
 * that the calls of one menu tell; with `--report`, all that counts of another system tell.
 */
export const registerAnalyze: RegisterCommand = (program, context) => {
  const { terminal } = context;
  const command = addInsightOptions(addConfigOptions(program.command('analyze')))
    .description(
      'check, replay, shorten and draw every menu of a folder, each with the log of the same name; with --log, answer every question about the calls of one menu',
    )
    .argument('[files...]', 'menu files or folders')
    .option('--logs <folder>', 'call logs: bank.ivr.yaml is replayed with bank.csv')
    .option(
      '-o, --output <path>',
      'the folder for pictures, numbers and shorter menus (default: "out"); with --log, the file or folder to write',
    )
    .hook('preAction', (self) => {
      const { log, report, table } = self.opts<AnalyzeFlags>();
      // Without calls, what is named is a folder.
      if ([log, report, table].some((one) => one !== undefined)) formatByEnding()(self);
    })
    .hook('preAction', needing(ofInsights, ['log', 'table', 'report']))
    .addOption(failOnOption());
  addTableOptions(addLogOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr analyze menus --logs sample-logs -o out\n  $ ivr analyze menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv\n',
    )
    .action(async (files: string[], flags: AnalyzeFlags) => {
      const { logs, log, table, report } = flags;
      const [file, another] = files;
      if (report !== undefined) {
        if (another !== undefined || logs !== undefined || log !== undefined)
          program.error('With --report, name one menu, no --log and no --logs.');
        await analyzeReport(file ?? '', report, flags, terminal);
        return;
      }
      if (log !== undefined || table !== undefined) {
        if (another !== undefined || logs !== undefined)
          program.error('With --log or --table, name one menu and no --logs.');
        await analyzeLog(file, flags, terminal);
        return;
      }
      if (files.length === 0) program.error('Name menu files or folders.');
      await analyzeMenus(files, flags, context);
    });
};
