import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import { arrangementSaving } from './bound/best-arrangement.ts';
import { boundOfVersions } from './bound/bound-of-versions.ts';
import { adviceNotes } from './advice-notes.ts';
import { countedAudience, knownAudience } from './audience.ts';
import { buildsOn } from './builds-on.ts';
import { calibratedModel } from './calibration.ts';
import { defaultCallerTimeModel } from './caller-time-model.ts';
import { callerTime, type CallerTime } from './caller-time.ts';
import { changeKinds, type Change } from './change.ts';
import { demandOf } from './demand.ts';
import type { Errands } from './errands/errand.ts';
import { errandsOf } from './errands/errands-of.ts';
import { refusalOf } from './evidence/refusal.ts';
import { noGuard, type Guard } from './guard.ts';
import { helpfulSteps } from './beside-time/helpful-steps.ts';
import type { Help } from './beside-time/help.ts';
import { proposeHelp } from './beside-time/index.ts';
import { steepestPath, type PathStep } from './steepest-path.ts';
import { defaultLimits, type SuggestOptions } from './suggest-options.ts';
import type { Advice, AdviceNote, Suggestion } from './suggestion.ts';
import type { Version } from './version.ts';
import { isWorth, leastSecondsPerCall } from './worth.ts';

function refusal(replay: Replay, errands: Errands | undefined): AdviceNote | undefined {
  const refused = refusalOf(replay, errands ?? { errands: [] });
  return refused === undefined ? undefined : { ...refused, node: undefined };
}

/** What speaks for a change that isn't made for its seconds. */
function helpOf(change: Change, helps: readonly Help[]): Partial<Suggestion> {
  const help = helps.find((one) => one.change === change);
  return help === undefined
    ? {}
    : { grounds: help.grounds, verdict: 'not counted in seconds', callsNeeded: undefined };
}

/**
 * What to change in a menu, from what its callers did, guarded by what is asked of the changed scripts:
 * see `suggest`.
 */
export function findSuggestions(
  flow: CallFlow,
  replay: Replay,
  options: SuggestOptions = {},
  guard: Guard = noGuard,
): Advice {
  const { calibration } = options;
  const measured = calibration === undefined ? {} : calibratedModel(calibration);
  const model = { ...defaultCallerTimeModel, ...measured, ...options.model };
  const demand = demandOf(flow, replay);
  const errands = replay.paths.length === 0 ? undefined : errandsOf(flow, replay, model);
  const today = callerTime(flow.script, demand, model);
  const blocked = refusal(replay, errands);
  if (blocked !== undefined)
    return { current: today, suggestions: [], after: today, notes: [blocked], calibration };
  const known = errands && knownAudience(flow, replay, errands, model, options);
  const { choose, all, suggestionOf } = known ?? countedAudience(model);

  const limits = { ...defaultLimits, ...options.limits };
  const start = choose(flow, demand);
  const kinds = new Set(options.only ?? changeKinds);
  const { most = Infinity, log } = options;
  const quick = steepestPath(start, {
    ...{ model, show: choose, guard, isWorth, kinds, most },
    limits,
    leastMerit: leastSecondsPerCall,
  });
  const facts = { flow: quick.at(-1)?.after.flow ?? flow, replay, log };
  const helps = proposeHelp(facts, kinds);
  const path: PathStep[] = [
    ...quick,
    ...helpfulSteps(quick.at(-1)?.after ?? start, helps, choose, guard),
  ];
  path.splice(Math.min(most, path.length));
  const needed = buildsOn(path);
  const suggestions = path.map((step, index) => ({
    ...suggestionOf(step, index + 1),
    ...helpOf(step.change, helps),
    buildsOn: needed[index] ?? [],
  }));
  const end = path.at(-1)?.after ?? start;
  const versions = [start, ...path.map(({ after }) => after)].map((version) => version.flow);
  const timeOf = (version: Version): CallerTime => {
    const { secondsPerCall, unknownShare } = all(version.flow, version.demand);
    return { ...today, secondsPerCall, unknownShare };
  };
  /** The lower of what the path comes to and what a search over today's options finds. */
  const bestFound = (): number | undefined => {
    if (errands === undefined || known === undefined) return undefined;
    const walked = known.walk(flow, model);
    if (walked.secondsPerCall === undefined) return undefined;
    const arranged = walked.secondsPerCall - arrangementSaving(errands, walked, limits);
    return Math.min(arranged, all(end.flow, end.demand).secondsPerCall);
  };
  return {
    current: timeOf(start),
    suggestions,
    after: timeOf(end),
    secondsAfter: path.map(({ after }) => all(after.flow, after.demand).secondsPerCall),
    bound: errands && boundOfVersions(errands, versions, model, known?.walk),
    bestFound: bestFound(),
    notes: adviceNotes(flow, demand, model),
    calibration,
  };
}
