import type { Command } from 'commander';
import { addChartOptions, drawChosenChart, type ChartFlags } from '../chart-option.ts';
import type { CallFlow, Directory, Replay, ScriptDocument } from '../../index.ts';
import type { RegisterCommand } from '../command.ts';
import { readDay } from '../day-option.ts';
import {
  deliverPages,
  deliverPicture,
  pictureFormat,
  refusedPicture,
} from '../deliver-pictures.ts';
import { addViewOptions, type ViewFlags } from '../draw-options.ts';
import { chooseFrom } from '../lint-options.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { needing, ofCalls } from '../needing.ts';
import { noting } from '../noting.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { refuseLanguage } from '../refuse-language.ts';
import type { Terminal } from '../terminal.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface DrawFlags extends LogFlags, TableFlags, ViewFlags, ChartFlags, MenuFlags {
  readonly log?: string[];
  readonly output?: string;
  readonly week?: number | true;
}

/** More steps than this are hard to read on one sheet. */
const mostOnSheet = 60;

/** Refuses a language that has no words of drawings: the legend would be English without a word. */
async function refuseLocale(locale: string, program: Command): Promise<void> {
  const { wordLanguages } = await import('../../diagram/index.ts');
  if (wordLanguages.includes(locale.toLowerCase().split('-')[0] ?? '')) return;
  program.error(`There is no legend in "${locale}" yet. There are: ${wordLanguages.join(', ')}.`);
}

async function drawHours(
  flow: CallFlow,
  directory: Directory | undefined,
  week: number | true,
  locale: string | undefined,
): Promise<string> {
  const { IvrError, weekCoverage } = await import('../../index.ts');
  const { drawWeek } = await import('../../diagram/index.ts');
  const { title, id, language } = flow.script;
  if (directory === undefined)
    throw new IvrError('usage', `"${id}" has no directory, so nothing says when it is open.`, {
      help: 'Name one in the menu, or with --directory.',
    });
  const coverage = await weekCoverage(flow, directory, week === true ? Date.now() : week);
  return drawWeek(coverage, { title: title ?? id, language, locale });
}

/** The calls of the logs that were named, on the flow; nothing where none were. */
async function callsOn(
  flow: CallFlow,
  flags: DrawFlags,
  terminal: Terminal,
): Promise<Replay | undefined> {
  if (flags.log === undefined && flags.table === undefined && flags.engine !== 'clickhouse')
    return undefined;
  const { replayLog } = await import('../../index.ts');
  return replayLog(flow, await loadCalls(flags.log, flow, flags, terminal));
}

/** `ivr draw`: reads one script, and a log if there is one, and draws it. */
export const registerDraw: RegisterCommand = (program, { terminal }) => {
  const command = program
    .command('draw')
    .description('draw a menu as SVG, PNG or PDF, with calls and drop-outs when a log is given')
    .argument('<script>', 'a menu file; - reads standard input')
    .option('-l, --log <files...>', 'call logs, or folders of logs')
    .option(
      '-o, --output <file>',
      'the file to write (default: standard output): SVG, or by its ending PNG or PDF, which need Chromium or Chrome',
    )
    .addOption(directoryOption())
    .option(
      '--week [day]',
      'draw when queues and numbers take calls instead, in the week of this day (default: today)',
      readDay,
    )
    .addOption(idOption());
  addTableOptions(addLogOptions(addViewOptions(addChartOptions(command))))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr draw menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv -o bank.svg\n',
    )
    .hook('preAction', needing(['node'], ['chart']))
    .hook('preAction', needing(ofCalls, ['log', 'table']))
    .action(async (file: string, flags: DrawFlags) => {
      const { output, pages, id, language, locale, depth, minShare, focus } = flags;
      const refused = refusedPicture(output);
      if (refused !== undefined) program.error(refused);
      const isFolder = pages === true && pictureFormat(output) === 'svg';
      const isOther =
        flags.week !== undefined || flags.chart !== undefined || flags.as === 'icicle';
      if (pages === true && (output === undefined || output === '-' || isOther))
        program.error(
          'With --pages, name a folder or a PDF with -o, no --week, no --chart and no --as icicle.',
        );
      if (pages === true && pictureFormat(output) === 'png')
        program.error('A PNG has no pages: name a folder or a PDF with -o.');
      const isPart = (flags.findings ?? depth ?? minShare ?? focus) !== undefined;
      if (isPart && (flags.chart ?? flags.week) !== undefined)
        program.error(
          'Charts and weeks show no steps: leave --findings, --depth, --min-share and --focus out.',
        );
      if (flags.as === 'icicle' && (flags.findings ?? minShare ?? focus) !== undefined)
        program.error(
          'An icicle shows all paths and no findings: leave out --findings, --min-share and --focus.',
        );
      const { buildCallFlow, grouped } = await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const loaded = await loadOneScript(file, {
        ...noting(terminal),
        directory: flags.directory,
        id,
      });
      const { document } = loaded;
      const directory = loaded.directory?.directory;
      const flow = buildCallFlow(document.script);
      await refuseLanguage(flow, language);
      if (locale !== undefined) await refuseLocale(locale, program);
      if (flags.week !== undefined) {
        await deliverPicture(
          terminal,
          output,
          await drawHours(flow, directory, flags.week, locale),
        );
        return;
      }
      if (flags.chart !== undefined) {
        const chart = await drawChosenChart(flags.chart, flow, flags, terminal);
        await deliverPicture(terminal, output, chart);
        return;
      }
      const { drawFlow, drawIcicle, drawPages, numberFindings } =
        await import('../../diagram/index.ts');
      const lint = async (of: ScriptDocument) => {
        const { lintLoaded } = await import('../../node.ts');
        const { selection } = await chooseFrom({}, terminal);
        const linted = await lintLoaded(
          { menus: [loaded.menu], directories: [], skipped: [] },
          selection,
        );
        return numberFindings(flow, linted.ofScript.get(of) ?? []);
      };
      const options = {
        ...{ language, locale, depth, minShare, focus, directory, listsFindings: true },
        replay: await callsOn(flow, flags, terminal),
        findings: flags.findings === true ? await lint(document) : undefined,
      };
      if (flags.as === 'icicle') {
        await deliverPicture(terminal, output, await drawIcicle(flow, options));
        return;
      }
      if (pages === true) {
        await deliverPages(terminal, output, await drawPages(flow, options), isFolder);
        return;
      }
      await deliverPicture(terminal, output, await drawFlow(flow, options));
      const isWhole = depth === undefined && minShare === undefined && focus === undefined;
      if (isWhole && flow.nodes.length > mostOnSheet)
        terminal.stderr.write(
          `${grouped(flow.nodes.length)} steps are hard to read on one sheet: try --pages or --as icicle.\n`,
        );
    });
};
