import type { IvrReport } from '../../calls/report/ivr-report.ts';
import type { CallFlow } from '../../flow/call-flow.ts';
import type { Answered } from '../find-insights.ts';
import type { Answer } from './answer.ts';
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
  last,
  notKnown,
];

/** Answers what counts can answer, and says what they can't. */
export function reportInsights(
  flow: CallFlow,
  report: Pick<IvrReport, 'counts'>,
): readonly Answered[] {
  const asked = { flow, counts: reportCounts(flow, report) };
  return answers.map((answer) => answer(asked));
}
