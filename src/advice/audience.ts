import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { otherAssumptions } from './assumptions.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { Errands } from './errands/errand.ts';
import { walkedOnce, type Walk } from './errands/walk-over.ts';
import { callsPerYear } from './evidence/calls-per-year.ts';
import { evidenceOf } from './evidence/evidence-of.ts';
import { hangUpHazard } from './evidence/hang-up-hazard.ts';
import { splitCalls } from './evidence/split-calls.ts';
import type { PathStep } from './steepest-path.ts';
import type { SuggestOptions } from './suggest-options.ts';
import { countedSuggestion, judgedSuggestion } from './suggestion-of.ts';
import type { Suggestion } from './suggestion.ts';
import { showToChoices, showToErrands, type Show } from './version.ts';

/** Shows each version once: the script after a change is the one before the next. */
function shownOnce(show: Show): Show {
  const known = new WeakMap<CallFlow, ReturnType<Show>>();
  return (flow, demand) => {
    const found = known.get(flow) ?? show(flow, demand);
    known.set(flow, found);
    return found;
  };
}

/** What is known of the callers, and how the scripts of a path are put before them. */
export interface Audience {
  /** By whom changes are chosen. */
  readonly choose: Show;
  /** All of them. */
  readonly all: Show;
  readonly suggestionOf: (step: PathStep, number: number) => Omit<Suggestion, 'buildsOn'>;
}

/** Callers of whom only the choices at each menu are known. */
export function countedAudience(model: CallerTimeModel): Audience {
  const show = shownOnce(showToChoices(model));
  const others = otherAssumptions.map(({ assumption, change }) => ({
    assumption,
    show: shownOnce(showToChoices(change(model))),
  }));
  return {
    choose: show,
    all: show,
    suggestionOf: (step, number) => countedSuggestion(step, number, others),
  };
}

/** Callers whose calls are known one by one: half of them choose, and the others judge. */
export function knownAudience(
  flow: CallFlow,
  replay: Replay,
  errands: Errands,
  model: CallerTimeModel,
  { log, callsPerYear: given }: SuggestOptions,
): Audience & { readonly walk: Walk } {
  const callers = log?.details?.callers;
  const halves = splitCalls(errands, callers);
  const hazard = log === undefined ? undefined : hangUpHazard(flow, log.dwell, replay.paths);
  const perYear = log === undefined ? undefined : callsPerYear(log, given);
  const walk = walkedOnce(errands, model);
  const all = shownOnce(showToErrands(errands, model, walk));
  return {
    choose: shownOnce(showToErrands(halves.choose.errands, model)),
    all,
    walk,
    suggestionOf(step, number) {
      const [before, after] = [step.before.flow, step.after.flow];
      const evidence = evidenceOf({
        ...{ errands, callers, before, after, model, halves, perYear, hazard, walk },
      });
      const whole: PathStep = { ...step, before: all(before, step.before.demand) };
      if (evidence === undefined) throw new Error('a path keeps the calls that it was found by');
      return judgedSuggestion(whole, number, evidence);
    },
  };
}
