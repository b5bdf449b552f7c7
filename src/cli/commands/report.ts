import { resolve } from 'node:path';
import type { RegisterCommand } from '../command.ts';
import { readDay } from '../day-option.ts';
import { addConfigOptions, chooseFrom, type ConfigFlags } from '../lint-options.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { needing, ofCalls } from '../needing.ts';
import { noting } from '../noting.ts';
import { deliver, refuseCsvWithoutFolder } from '../output.ts';
import { applyCommand } from '../apply-command.ts';
import { readSeconds } from '../insight-options.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { formatOption } from '../format-option.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

/** How reports are written: CSV is a folder with a file for every table. */
const formats = ['html', 'markdown', 'csv'] as const;

interface ReportFlags extends LogFlags, TableFlags, ConfigFlags, MenuFlags {
  readonly log?: string[];
  readonly format: (typeof formats)[number];
  readonly output?: string;
  readonly from?: string;
  readonly to?: string;
  readonly zone?: string;
  readonly day?: number;
  readonly agentSeconds?: Readonly<Record<string, number>>;
  readonly callersKey?: string;
  readonly calibration?: string;
}

/** Options that only calls go by. */
const ofLog = ['from', 'to', 'agentSeconds', 'callersKey', 'calibration'];

/** `ivr report`: all that is known of one menu, in a page, a text or a folder of tables. */
export const registerReport: RegisterCommand = (program, { terminal }) => {
  const command = program
    .command('report')
    .description(
      'write everything known about a menu on one page to share: summary, picture, charts, changes, proof',
    )
    .argument('<script>', 'a menu file')
    .option('-l, --log <files...>', 'call logs, or folders of logs; - reads standard input')
    .addOption(formatOption('a page, a text, or a folder of tables', formats).default('html'))
    .hook('preAction', formatByEnding())
    .hook('preAction', needing([...ofCalls, ...ofLog], ['log', 'table']))
    .option('-o, --output <path>', 'the file or folder to write (default: standard output)')
    .option('--from <moment>', 'only calls that begin at or after this moment')
    .option('--to <moment>', 'only calls that begin before this moment')
    .option('--zone <name>', "the time zone of moments and hours (default: the directory's)")
    .option(
      '--day <day>',
      'the day whose week is drawn and from which hours are proved (default: the last of the log)',
      readDay,
    )
    .option(
      '--agent-seconds <task=seconds...>',
      'how long an agent takes for a task or a call of a queue; without a name, for all others',
      readSeconds,
    )
    .option(
      '--callers-key <file>',
      'the key for pseudonyms of callers, to find repeat calls (default: IVR_CALLERS_KEY, or a new key each time)',
    )
    .option('--calibration <file>', 'figures of your own callers, from ivr calibrate')
    .addOption(directoryOption())
    .addOption(idOption());
  addTableOptions(addLogOptions(addConfigOptions(command)))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr report menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv -o report.html\n',
    )
    .action(async (file: string, flags: ReportFlags) => {
      const { buildCallFlow, reportToCsv, reportToHtml, reportToMarkdown, studyMenu } =
        await import('../../index.ts');
      const { lintLoaded, loadCalibration, loadOneScript, writeFolder } =
        await import('../../node.ts');
      const { format, output, log: logs, from, to } = flags;
      await refuseCsvWithoutFolder(format, output);
      const { directory: directoryFile, id } = flags;
      const loaded = await loadOneScript(file, {
        ...noting(terminal),
        directory: directoryFile,
        id,
        recordings: true,
      });
      const { document, menu } = loaded;
      const directory = loaded.directory?.directory;
      const { selection } = await chooseFrom(flags, terminal);
      const linted = await lintLoaded({ menus: [menu], directories: [], skipped: [] }, selection);
      const flow = buildCallFlow(document.script);
      const hasCalls =
        logs !== undefined || flags.table !== undefined || flags.engine === 'clickhouse';
      const zone = flags.zone ?? directory?.timeZone ?? 'UTC';
      const callers = { keyFile: flags.callersKey, key: terminal.env['IVR_CALLERS_KEY'] };
      const now = Date.now();
      const readLog = async () => {
        const { loadDetails } = await import('../../logs.ts');
        const words = { cwd: terminal.cwd, zone, from, to, callers, now };
        const details = await loadDetails(words);
        return loadCalls(logs, flow, flags, terminal, { details });
      };
      const log = hasCalls ? await readLog() : undefined;
      const report = await studyMenu({
        ...{ document, flow, directory, log, rules: selection?.settingsFor(file) },
        findings: linted.ofScript.get(document) ?? [],
        calibration:
          flags.calibration === undefined
            ? undefined
            : await loadCalibration(flags.calibration, terminal),
        agentSeconds: flags.agentSeconds,
        day: flags.day ?? log?.window?.to ?? now,
        apply: from === undefined && to === undefined ? applyCommand(file, flags) : undefined,
      });
      if (format === 'csv' && output !== undefined) {
        await writeFolder(resolve(terminal.cwd, output), reportToCsv(report), output);
        return;
      }
      const text = format === 'markdown' ? reportToMarkdown(report) : await reportToHtml(report);
      await deliver(terminal, output, text);
    });
};
