import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { applySuggestions } from './apply-suggestion.ts';
import { calibratedModel, type Calibration } from './calibration.ts';
import { defaultCallerTimeModel, type CallerTimeModel } from './caller-time-model.ts';
import { callerTime } from './caller-time.ts';
import { demandOf } from './demand.ts';
import { reorderOptions } from './reorder-options.ts';
import { demandAfter } from './reorder-saving.ts';
import type { Advice, AdviceNote, Suggestion } from './suggestion.ts';

/** With fewer calls than this share replaying without deviation, the log is of another menu (judgement). */
const leastFittingShare = 0.8;

/** What a user may say of their own callers. */
export interface SuggestOptions {
  /** Figures that replace the defaults of the caller-time model. */
  readonly model?: Partial<CallerTimeModel>;
  /** What a log tells of them; figures of `model` go before it. */
  readonly calibration?: Calibration | undefined;
}

function obstacle(replay: Replay): AdviceNote | undefined {
  if (replay.calls === 0) {
    const message = 'The log holds no calls, so nothing is known of what callers want.';
    return { reason: 'no-calls', node: undefined, message };
  }
  const share = replay.fittingCalls / replay.calls;
  if (share >= leastFittingShare) return undefined;
  const percent = Math.floor(share * 100);
  const message = `Only ${replay.fittingCalls} of ${replay.calls} calls (${percent} %) went ways that this menu has, and 80 % are needed: the log seems to be of another version, so nothing is suggested.`;
  return { reason: 'log-does-not-fit', node: undefined, message };
}

/**
 * What to change in a menu, from what its callers did: each change with the seconds it saves a call
 * under the caller-time model, how sure that is, and whom it hurts. The first kind of change is the
 * order of options. Every change leaves the menu valid, and all can be followed together.
 */
export function suggest(flow: CallFlow, replay: Replay, options: SuggestOptions = {}): Advice {
  const { calibration } = options;
  const measured = calibration === undefined ? {} : calibratedModel(calibration);
  const model = { ...defaultCallerTimeModel, ...measured, ...options.model };
  const demand = demandOf(flow, replay);
  const current = callerTime(flow.script, demand, model);
  const blocked = obstacle(replay);
  if (blocked !== undefined)
    return { current, suggestions: [], after: current, notes: [blocked], calibration };

  const suggestions: { readonly suggestion: Suggestion; readonly index: number }[] = [];
  const notes: AdviceNote[] = [];
  flow.nodes.forEach((node, index) => {
    const found = reorderOptions(flow, node, demand, model);
    if (found === undefined) return;
    if ('reason' in found) notes.push(found);
    else suggestions.push({ suggestion: found, index });
  });
  suggestions.sort(
    (a, b) => b.suggestion.saving.seconds - a.suggestion.saving.seconds || a.index - b.index,
  );
  const sorted = suggestions.map(({ suggestion }, index) => ({ ...suggestion, number: index + 1 }));
  const after = callerTime(
    applySuggestions(flow.script, sorted),
    demandAfter(demand, sorted),
    model,
  );
  return { current, suggestions: sorted, after, notes, calibration };
}
