import { Option, type Command } from 'commander';
import type { CallFlow } from '../index.ts';
import type { ChartName } from '../diagram/index.ts';
import { loadCalls } from './load-calls.ts';
import type { LogFlags } from './log-options.ts';
import type { TableFlags } from './table-options.ts';
import type { Terminal } from './terminal.ts';

/** Listed here, so that the help loads no drawing; the type holds it to the charts that there are. */
const names = Object.keys({
  outcomes: true,
  'drop-outs': true,
  listening: true,
  'listening-tax': true,
  reasons: true,
} satisfies Record<ChartName, true>);

/** Which chart of a log is drawn instead of the menu. */
export interface ChartFlags {
  readonly chart?: ChartName;
  readonly node?: string;
}

/** Adds the options that ask for a chart. */
export function addChartOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--chart <name>', 'draw a chart of the calls instead of the menu').choices(names),
    )
    .option('--node <id>', 'the menu of the chart "listening" (default: the worst)');
}

/** The chart that the options ask for, as SVG. Throws an IvrError `usage` without a log. */
export async function drawChosenChart(
  chart: ChartName,
  flow: CallFlow,
  flags: ChartFlags & LogFlags & TableFlags & { readonly log?: readonly string[] },
  terminal: Terminal,
): Promise<string> {
  const { replayLog } = await import('../index.ts');
  const { drawChart, layoutChart } = await import('../diagram/index.ts');
  const log = await loadCalls(flags.log, flow, flags, terminal);
  const input = { flow, log, replay: replayLog(flow, log) };
  return drawChart(layoutChart(chart, input, { node: flags.node }));
}
