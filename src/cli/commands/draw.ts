import { addChartOptions, drawChosenChart, type ChartFlags } from '../chart-option.ts';
import type { RegisterCommand } from '../command.ts';
import { readDay } from '../day-option.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { deliver } from '../output.ts';

interface DrawFlags extends LogFlags, TableFlags, ChartFlags {
  readonly log?: string[];
  readonly output?: string;
  readonly directory?: string;
  readonly language?: string;
  readonly id?: string;
  readonly week?: number | true;
}

/** `ivr draw`: reads one script, and a log if there is one, and draws it. */
export const registerDraw: RegisterCommand = (program, { terminal }) => {
  addChartOptions(addTableOptions(addLogOptions(program.command('draw'))))
    .description('draw a menu as SVG, with calls and drop-outs when a log is given')
    .argument('<script>', 'a menu file; - reads standard input')
    .option('-l, --log <files...>', 'call logs, or folders of them')
    .option('-o, --output <file>', 'the SVG file to write; standard output where it is left out')
    .option('--language <tag>', 'the language to quote prompts in')
    .option('--directory <file>', 'the queues and calendars, for a menu that names none')
    .option(
      '--week [day]',
      'draw when queues and numbers take calls instead, in the week of a day; of today without it',
      readDay,
    )
    .option('--id <script>', 'which script to draw, in a file that holds several')
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr draw menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv -o bank.svg\n',
    )
    .action(async (file: string, flags: DrawFlags) => {
      const { buildCallFlow, IvrError, replayLog, weekCoverage } = await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const { drawFlow, drawWeek } = await import('../../diagram/index.ts');
      const { directory: directoryFile, id, language } = flags;
      const { document, directory } = await loadOneScript(file, {
        ...terminal,
        directory: directoryFile,
        id,
      });
      const flow = buildCallFlow(document.script);
      if (flags.week !== undefined) {
        const { title, id: scriptId } = document.script;
        if (directory === undefined)
          throw new IvrError(
            'usage',
            `"${scriptId}" has no directory, so nothing says when it is open.`,
            {
              help: 'Name one in the menu, or with --directory.',
            },
          );
        const day = flags.week === true ? Date.now() : flags.week;
        const coverage = await weekCoverage(flow, directory.directory, day);
        const drawn = await drawWeek(coverage, { title: title ?? scriptId });
        await deliver(terminal, flags.output, drawn);
        return;
      }
      if (flags.chart !== undefined) {
        const chart = await drawChosenChart(flags.chart, flow, flags, terminal);
        await deliver(terminal, flags.output, chart);
        return;
      }
      const replay =
        flags.log === undefined && flags.table === undefined && flags.engine !== 'clickhouse'
          ? undefined
          : replayLog(flow, await loadCalls(flags.log, flow, flags, terminal));
      const svg = await drawFlow(flow, { replay, language, directory: directory?.directory });
      await deliver(terminal, flags.output, svg);
    });
};
