import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { calibratedModel, type Calibration } from './calibration.ts';
import { defaultCallerTimeModel, type CallerTimeModel } from './caller-time-model.ts';
import { callerTime, type CallerTime } from './caller-time.ts';
import { changeTitle } from './change-title.ts';
import { changeKinds, type ChangeAbout, type ChangeKind } from './change.ts';
import { demandOf } from './demand.ts';
import { errandsOf } from './errands/errands-of.ts';
import type { Limits } from './ground.ts';
import { noGuard, type Guard } from './guard.ts';
import { otherAssumptions } from './assumptions.ts';
import { gainsOf, judgeSaving, type Judged, type OtherShow } from './judge-saving.ts';
import { adviceNotes } from './advice-notes.ts';
import { callsNeeded, gainInterval } from './saving-interval.ts';
import { steepestPath, type PathStep } from './steepest-path.ts';
import type { Advice, AdviceNote, Suggestion, Verdict } from './suggestion.ts';
import { touchedNodes } from './touched-nodes.ts';
import { showToChoices, showToErrands, type Show, type Version } from './version.ts';
import type { CondensedLog } from '../calls/condensed-log.ts';
import type { Errands } from './errands/errand.ts';
import { callsPerYear } from './evidence/calls-per-year.ts';
import { evidenceOf } from './evidence/evidence-of.ts';
import type { Evidence } from './evidence/evidence.ts';
import { hangUpHazard } from './evidence/hang-up-hazard.ts';
import { refusalOf } from './evidence/refusal.ts';
import { splitCalls } from './evidence/split-calls.ts';

/** Another order of options is worth its trouble from 0.3 s a visit of its menu on (judgement). */
export const leastSecondsPerVisit = 0.3;
/** Any other change from half a second a call on (judgement), or from what chance could make of nothing. */
export const leastSecondsPerCall = 0.5;

/** Below 30 of them shares say nothing (the usual least sample for a rate). */
const fewestCalls = 30;

/** As many choices as guidelines advise (Avaya: 4 to 5), and menus one behind the other (judgement). */
export const defaultLimits: Limits = { width: 5, depth: 3 };

/** What a user may say of their own callers, and of what they want to hear. */
export interface SuggestOptions {
  /** Figures that replace the defaults of the caller-time model. */
  readonly model?: Partial<CallerTimeModel>;
  /** What a log tells of them; figures of `model` go before it. */
  readonly calibration?: Calibration | undefined;
  /** The kinds of changes to look for; all where nothing is said. */
  readonly only?: readonly ChangeKind[] | undefined;
  /** The most choices of a menu, and the most menus one behind the other. */
  readonly limits?: Partial<Limits> | undefined;
  /** The most suggestions. */
  readonly most?: number | undefined;
  /** The log itself: it tells callers apart, how long they stay, and how long the log lasts. */
  readonly log?: CondensedLog | undefined;
  /** Calls a year; in proportion to the log where nothing is said. */
  readonly callsPerYear?: number | undefined;
}

/** The node that a change is about. */
export function nodeOfChange(about: ChangeAbout): NodeId {
  if ('menu' in about) return about.menu;
  return 'node' in about ? about.node : about.queue;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

function isWorth({ change, before, after }: Omit<PathStep, 'optimal'>): boolean {
  const { about, moves } = change;
  const saved = before.secondsPerCall - after.secondsPerCall;
  const { calls } = before.demand;
  if (about.kind === 'reorder') {
    const visits = before.demand.nodes.get(about.menu)?.visits ?? 0;
    return visits > 0 && (saved * calls) / visits >= leastSecondsPerVisit;
  }
  const { mean, low } = gainInterval(gainsOf({ before, after, moves }), calls);
  return saved >= leastSecondsPerCall && saved >= mean - low;
}

/** Choices whose key changes, of all choices at menus that they are made at: callers who know theirs by heart. */
function changedKeyShare({ change, before }: PathStep): number {
  const menus = new Set(change.moves.map(({ from }) => from.menu));
  const times = (menu: NodeId, option: number) =>
    before.demand.nodes.get(menu)?.choices[option] ?? 0;
  const changed = change.moves.filter(
    ({ from, to }) => from.key !== to.key || from.menu !== to.menu,
  );
  const all = sum([...menus].map((menu) => sum(before.demand.nodes.get(menu)?.choices ?? [])));
  const own = sum(changed.map(({ from, option }) => times(from.menu, option)));
  return all === 0 ? 0 : own / all;
}

function verdictOf(judged: Judged, calls: number): Verdict {
  const { saving, interval } = judged;
  if (calls < fewestCalls || interval.low <= 0) return 'too few calls';
  const wavers = saving.sensitivity.some(({ seconds }) => seconds <= 0);
  return wavers ? 'depends on assumptions' : 'supported';
}

/** What is told of a suggestion whatever is known of its callers. */
function factsOf(step: PathStep, number: number) {
  const { change, before, optimal } = step;
  const node = nodeOfChange(change.about);
  return {
    number,
    kind: change.about.kind,
    node,
    title: changeTitle(change.about),
    change,
    calls: before.demand.nodes.get(node)?.calls ?? 0,
    changedKeyShare: changedKeyShare(step),
    optimal,
  };
}

/** A suggestion as counts of choices tell it: of each option's callers, as many as chose it. */
function countedSuggestion(
  step: PathStep,
  number: number,
  others: readonly OtherShow[],
): Omit<Suggestion, 'buildsOn'> {
  const facts = factsOf(step, number);
  const { change, before } = step;
  const wanted = before.demand.nodes.get(facts.node);
  const choices = sum(wanted?.choices ?? []);
  const judged = judgeSaving({
    step: { before, after: step.after, moves: change.moves },
    calls: before.demand.calls,
    visits: wanted?.visits ?? 0,
    choices,
    others,
  });
  const verdict = verdictOf(judged, Math.min(choices, facts.calls));
  const [worst] = judged.gains
    .map(({ label, seconds }, index) => ({ label, seconds: -seconds, index }))
    .sort((a, b) => b.seconds - a.seconds || a.index - b.index);
  const needed = callsNeeded(judged.interval) ?? fewestCalls;
  return {
    ...facts,
    saving: judged.saving,
    worstHit:
      worst === undefined || worst.seconds <= 1e-9
        ? undefined
        : { label: worst.label, seconds: worst.seconds },
    verdict,
    callsNeeded: verdict === 'too few calls' ? Math.max(fewestCalls, needed) : undefined,
    evidence: undefined,
  };
}

/** A suggestion as the calls of a log tell it, each compared with itself. */
function judgedSuggestion(
  step: PathStep,
  number: number,
  evidence: Evidence,
): Omit<Suggestion, 'buildsOn'> {
  const facts = factsOf(step, number);
  const wanted = step.before.demand.nodes.get(facts.node);
  const { seconds, low, high, better, worse, unchanged, sensitivity, unknownReasons } = evidence;
  const { worstHit, verdict = 'too few calls', callsNeeded: needed } = evidence;
  const visits = wanted?.visits ?? 0;
  return {
    ...facts,
    saving: {
      ...{ seconds, low, high, better, worse, unchanged, sensitivity },
      perVisit: visits === 0 ? 0 : (seconds * evidence.calls) / visits,
      unknownChoices: unknownReasons,
    },
    worstHit:
      worstHit?.reason === undefined
        ? undefined
        : { label: worstHit.reason, seconds: -worstHit.seconds },
    verdict,
    callsNeeded: needed,
    evidence,
  };
}

/** Which earlier changes each one needs: those that touch a node of its own, and theirs. */
function buildings(path: readonly PathStep[]): readonly (readonly number[])[] {
  const touched = path.map(({ change }) => touchedNodes(change.edits));
  const needed: (readonly number[])[] = [];
  for (const [index, nodes] of touched.entries()) {
    const direct = [...nodes].flatMap((node) =>
      touched.slice(0, index).flatMap((others, number) => (others.has(node) ? [number] : [])),
    );
    const all = new Set(direct.flatMap((number) => [number + 1, ...(needed[number] ?? [])]));
    needed.push([...all].sort((a, b) => a - b));
  }
  return needed;
}

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
interface Audience {
  /** By whom changes are chosen. */
  readonly choose: Show;
  /** All of them. */
  readonly all: Show;
  readonly suggestionOf: (step: PathStep, number: number) => Omit<Suggestion, 'buildsOn'>;
}

/** Callers of whom only the choices at each menu are known. */
function countedAudience(model: CallerTimeModel): Audience {
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
function knownAudience(
  flow: CallFlow,
  replay: Replay,
  errands: Errands,
  model: CallerTimeModel,
  { log, callsPerYear: given }: SuggestOptions,
): Audience {
  const callers = log?.details?.callers;
  const halves = splitCalls(errands, callers);
  const hazard = log === undefined ? undefined : hangUpHazard(flow, log.dwell, replay.paths);
  const perYear = log === undefined ? undefined : callsPerYear(log, given);
  const all = shownOnce(showToErrands(errands, model));
  return {
    choose: shownOnce(showToErrands(halves.choose.errands, model)),
    all,
    suggestionOf(step, number) {
      const [before, after] = [step.before.flow, step.after.flow];
      const evidence = evidenceOf({
        ...{ errands, callers, before, after, model, halves, perYear, hazard },
      });
      const whole: PathStep = { ...step, before: all(before, step.before.demand) };
      if (evidence === undefined) throw new Error('a path keeps the calls that it was found by');
      return judgedSuggestion(whole, number, evidence);
    },
  };
}

function refusal(replay: Replay, errands: Errands | undefined): AdviceNote | undefined {
  const refused = refusalOf(replay, errands ?? { errands: [] });
  return refused === undefined ? undefined : { ...refused, node: undefined };
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
  const { choose, all, suggestionOf } =
    errands === undefined
      ? countedAudience(model)
      : knownAudience(flow, replay, errands, model, options);

  const start = choose(flow, demand);
  const path = steepestPath(start, {
    ...{ model, show: choose, guard, isWorth },
    limits: { ...defaultLimits, ...options.limits },
    kinds: new Set(options.only ?? changeKinds),
    most: options.most ?? Infinity,
  });
  const needed = buildings(path);
  const suggestions = path.map((step, index) => ({
    ...suggestionOf(step, index + 1),
    buildsOn: needed[index] ?? [],
  }));
  const end = path.at(-1)?.after ?? start;
  const timeOf = (version: Version): CallerTime => {
    const { secondsPerCall, unknownShare } = all(version.flow, version.demand);
    return { ...today, secondsPerCall, unknownShare };
  };
  return {
    current: timeOf(start),
    suggestions,
    after: timeOf(end),
    notes: adviceNotes(flow, demand, model),
    calibration,
  };
}
