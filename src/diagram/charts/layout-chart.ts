import type { InsightInput } from '../../insight/insight.ts';
import { hearingCurves } from '../../insight/timing/hearing-curve.ts';
import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import type { ChartDrawing, ChartOptions } from './chart-drawing.ts';
import { dropOutsChart } from './drop-outs-chart.ts';
import { layoutBars } from './layout-bars.ts';
import { layoutHearing } from './layout-hearing.ts';
import { listeningTaxChart } from './listening-tax-chart.ts';
import { namedNode } from './named-node.ts';
import { outcomesChart } from './outcomes-chart.ts';
import { reasonsChart } from './reasons-chart.ts';

/** The charts of a log, by name. `listening` is one menu, second by second. */
export const chartNames = [
  'outcomes',
  'drop-outs',
  'listening',
  'listening-tax',
  'reasons',
] as const;
export type ChartName = (typeof chartNames)[number];

function layoutListening(
  input: InsightInput,
  node: string | undefined,
  options: ChartOptions,
): ChartDrawing {
  const curves = hearingCurves(input);
  const curve = node === undefined ? curves[0] : curves.find((one) => one.node === node);
  if (curve !== undefined)
    return layoutHearing(curve, { ...options, title: namedNode(input.flow, curve.node).name });
  const names = curves.map((one) => one.node);
  throw node === undefined
    ? new IvrError('usage', 'No callers were lost while a prompt was being said.', {
        help: 'Draw another chart, or give a log that shows when callers hang up.',
      })
    : new IvrError('usage', `No callers were lost at "${node}".${didYouMean(node, names)}`, {
        help: names.length === 0 ? 'They were lost nowhere.' : `They were at ${names.join(', ')}.`,
      });
}

/**
 * Lays out one of the charts of a log. `node` says which menu `listening` is of; the one that loses most
 * callers without it. Throws an IvrError `usage` for a node where nobody was lost.
 */
export function layoutChart(
  name: ChartName,
  input: InsightInput,
  { node, ...options }: ChartOptions & { readonly node?: string | undefined } = {},
): ChartDrawing {
  const given = { id: `ivr-${name}`, language: input.flow.script.language, ...options };
  switch (name) {
    case 'outcomes':
      return layoutBars(outcomesChart(input.replay), given);
    case 'drop-outs':
      return layoutBars(dropOutsChart(input.flow, input.replay), given);
    case 'listening':
      return layoutListening(input, node, given);
    case 'listening-tax':
      return layoutBars(listeningTaxChart(input), given);
    case 'reasons':
      return layoutBars(reasonsChart(input.flow, input.replay), given);
  }
}
