import type { IvrReport } from '../../calls/report/ivr-report.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import { IvrError } from '../../source/ivr-error.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import type { Answered } from '../find-insights.ts';
import type { Answer } from './answer.ts';
import { averageCall } from './average-call.ts';
import { notKnown } from './beyond-counts.ts';
import { hangUps, last } from './calls-ended.ts';
import { conservation } from './conservation.ts';
import { exits } from './exits.ts';
import { optionOrder, zeroOuts } from './options-chosen.ts';
import { reportCounts } from './report-counts.ts';
import { timeSpent } from './time-spent.ts';

const answers: readonly Answer[] = [
  conservation,
  exits,
  hangUps,
  zeroOuts,
  optionOrder,
  timeSpent,
  averageCall,
  last,
  notKnown,
];

/**
 * Answers what counts can answer, and says what they can't; all of it, or the answers of these ids. Throws an
 * IvrError `usage` for an unknown one.
 */
export function reportInsights(
  flow: CallFlow,
  report: Pick<IvrReport, 'counts'>,
  only?: readonly string[],
): readonly Answered[] {
  const asked = { flow, counts: reportCounts(flow, report) };
  const all = answers.map((answer) => answer(asked));
  if (only === undefined) return all;
  const ids = all.map(({ insight }) => insight.id);
  for (const id of only) {
    if (ids.includes(id)) continue;
    throw new IvrError('usage', `A report has no answer "${id}".${didYouMean(id, ids)}`, {
      help: `It has ${ids.join(', ')}.`,
    });
  }
  return all.filter(({ insight }) => only.includes(insight.id));
}
