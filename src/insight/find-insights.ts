import { IvrError } from '../source/ivr-error.ts';
import { choiceMeant } from '../source/nearest-choice.ts';
import { judgeFit, type FitJudgement } from './judge-fit.ts';
import type { Found, Insight, InsightInput } from './insight.ts';
import { insights } from './insights.ts';

/** An insight with what it found. */
export interface Answered {
  readonly insight: Omit<Insight, 'find'>;
  readonly found: Found;
}

/** What a log says about a script. */
export interface Insights {
  readonly fit: FitJudgement;
  readonly answers: readonly Answered[];
}

/** The insights of these ids, or all; in the order of reports. Throws an IvrError `usage` for an unknown one. */
export function chooseInsights(only: readonly string[] | undefined): readonly Insight[] {
  if (only === undefined) return insights;
  const ids = insights.map(({ id }) => id);
  for (const id of only) {
    if (ids.includes(id)) continue;
    throw new IvrError('usage', `There is no insight "${id}".${choiceMeant(id, ids)}`, {
      help: `There are ${ids.join(', ')}.`,
    });
  }
  return insights.filter(({ id }) => only.includes(id));
}

/**
 * Answers questions about the calls of a log: all of them, or those chosen. Where log and script don't
 * belong together, only how well they fit is told, unless it is `anyway`.
 */
export function findInsights(
  input: InsightInput,
  options: {
    readonly only?: readonly string[] | undefined;
    readonly anyway?: boolean | undefined;
  } = {},
): Insights {
  const fit = judgeFit(input.replay, input.log);
  const chosen = chooseInsights(options.only);
  const asked =
    fit.isEnough || options.anyway === true ? chosen : insights.filter(({ id }) => id === 'fit');
  return { fit, answers: asked.map((insight) => ({ insight, found: insight.find(input) })) };
}
