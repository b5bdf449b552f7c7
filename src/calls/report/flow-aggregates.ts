import type { Source } from '../../source/source.ts';
import { fieldIn, jsonIn, listIn, textIn } from '../formats/values.ts';
import { createRowTally } from '../row-tally.ts';
import { addedUp } from './added-up.ts';
import type { IvrReport, ReportCount } from './ivr-report.ts';

/** A metric of a group in an interval: what a row is in a table. */
interface Metric {
  readonly group: unknown;
  readonly name: string;
  readonly count: unknown;
  /** Mean seconds, for metrics of time. */
  readonly seconds: number | undefined;
  /** The other metrics of that group and interval. */
  readonly beside: readonly Metric[];
}

function metricsIn(result: unknown): readonly Metric[] {
  const group = fieldIn(result, 'group');
  return listIn(result, 'data').flatMap((interval) => {
    const beside: Metric[] = [];
    for (const metric of listIn(interval, 'metrics')) {
      const stats = fieldIn(metric, 'stats');
      const [count, sum] = [fieldIn(stats, 'count'), fieldIn(stats, 'sum')];
      const isTimed = typeof count === 'number' && count > 0 && typeof sum === 'number' && sum >= 0;
      const seconds = isTimed ? sum / count / 1000 : undefined;
      beside.push({ group, name: textIn(metric, 'metric') ?? '', count, seconds, beside });
    }
    return beside;
  });
}

const isCount = (count: unknown): count is number =>
  typeof count === 'number' && Number.isSafeInteger(count) && count >= 0;

type Where = Pick<ReportCount, 'node' | 'exit'>;

const values: ReadonlyMap<string, string> = new Map([
  ['success', 'success'],
  ['failure', 'failure'],
]);

/** What a metric counts, and where; nothing for one that counts no visits and no exits. */
function whereOf({ group, name }: Metric): Where | undefined {
  const id = (dimension: string): string => textIn(group, dimension) ?? '';
  if (name === 'nFlowMilestone') return { node: id('flowMilestoneId'), exit: 'enter' };
  if (name !== 'nFlowOutcome') return undefined;
  // Without its value nothing says which of them succeeded.
  const exit = values.get(id('flowOutcomeValue').toLowerCase()) ?? '';
  return { node: id('flowOutcomeId') || id('flowOutcome'), exit };
}

/** Whether a metric says how long what another one counts took. */
const isRead = ({ name, beside }: Metric): boolean =>
  name === 'tFlowOutcome' && beside.some((metric) => metric.name === 'nFlowOutcome');

/** Mean seconds of outcomes of one value. */
const secondsOf = ({ name, beside }: Metric): number | undefined =>
  name === 'nFlowOutcome'
    ? beside.find((metric) => metric.name === 'tFlowOutcome')?.seconds
    : undefined;

/**
 * Reads the answer of a query for flow aggregates of Genesys Cloud: milestones are visits, outcomes are tasks
 * that succeed or fail, by their ids. A metric of a group in an interval is a row. Nothing for what is no
 * such answer.
 * https://developer.genesys.cloud/analyticsdatamanagement/analytics/aggregate/flow-query
 */
export function flowAggregates({ path, text }: Source): IvrReport | undefined {
  if (!/^\uFEFF?\s*\{/.test(text)) return undefined;
  const results = listIn(jsonIn(text.replace(/^\uFEFF/, '')), 'results');
  if (!results.some((result) => Array.isArray(fieldIn(result, 'data')))) return undefined;
  const tally = createRowTally(path);
  const counts: ReportCount[] = [];
  const ignored = new Set<string>();
  for (const metric of results.flatMap(metricsIn)) {
    const media = textIn(metric.group, 'mediaType') ?? 'voice';
    const where = whereOf(metric);
    if (where === undefined || media !== 'voice') {
      if (where === undefined && !isRead(metric)) ignored.add(metric.name);
      tally.use();
    } else if (where.node === '') tally.reject(1, metric.name, 'no node');
    else if (where.exit === '') tally.reject(1, metric.name, 'no exit');
    else if (!isCount(metric.count)) tally.reject(1, metric.name, 'count not a whole number');
    else {
      counts.push({ ...where, count: metric.count, seconds: secondsOf(metric) });
      tally.use();
    }
  }
  const { rows, rejectedBy, firstRejects } = tally.counts();
  return {
    ...{ path, layout: 'flow aggregates of Genesys Cloud', rejectedBy, firstRejects },
    ignored: [...ignored],
    rows: { read: rows.read, used: rows.used, rejected: rows.rejected },
    counts: addedUp(counts),
  };
}
