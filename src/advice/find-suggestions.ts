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
import {
  gainsOf,
  judgeSaving,
  otherAssumptions,
  type Judged,
  type OtherShow,
} from './judge-saving.ts';
import { adviceNotes } from './advice-notes.ts';
import { callsNeeded, gainInterval } from './saving-interval.ts';
import { steepestPath, type PathStep } from './steepest-path.ts';
import type { Advice, AdviceNote, Suggestion, Verdict } from './suggestion.ts';
import { touchedNodes } from './touched-nodes.ts';
import { showToChoices, showToErrands, type Show } from './version.ts';

/** With fewer calls than this share replaying without deviation, the log is of another menu (judgement). */
const leastFittingShare = 0.8;

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

function suggestionOf(
  step: PathStep,
  number: number,
  others: readonly OtherShow[],
): Omit<Suggestion, 'buildsOn'> {
  const { change, before, optimal } = step;
  const node = nodeOfChange(change.about);
  const wanted = before.demand.nodes.get(node);
  const choices = sum(wanted?.choices ?? []);
  const judged = judgeSaving({
    step: { before, after: step.after, moves: change.moves },
    calls: before.demand.calls,
    visits: wanted?.visits ?? 0,
    choices,
    others,
  });
  const calls = wanted?.calls ?? 0;
  const verdict = verdictOf(judged, Math.min(choices, calls));
  const [worst] = judged.gains
    .map(({ label, seconds }, index) => ({ label, seconds: -seconds, index }))
    .sort((a, b) => b.seconds - a.seconds || a.index - b.index);
  const needed = callsNeeded(judged.interval) ?? fewestCalls;
  return {
    number,
    kind: change.about.kind,
    node,
    title: changeTitle(change.about),
    change,
    saving: judged.saving,
    calls,
    worstHit:
      worst === undefined || worst.seconds <= 1e-9
        ? undefined
        : { label: worst.label, seconds: worst.seconds },
    changedKeyShare: changedKeyShare(step),
    optimal,
    verdict,
    callsNeeded: verdict === 'too few calls' ? Math.max(fewestCalls, needed) : undefined,
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
  const showUnder = (other: CallerTimeModel): Show =>
    shownOnce(errands === undefined ? showToChoices(other) : showToErrands(errands, other));
  const show = showUnder(model);
  const start = show(flow, demand);
  const today = callerTime(flow.script, demand, model);
  const blocked = obstacle(replay);
  if (blocked !== undefined)
    return { current: today, suggestions: [], after: today, notes: [blocked], calibration };

  const path = steepestPath(start, {
    ...{ model, show, guard, isWorth },
    limits: { ...defaultLimits, ...options.limits },
    kinds: new Set(options.only ?? changeKinds),
    most: options.most ?? Infinity,
  });
  const others = otherAssumptions.map(({ assumption, change }) => ({
    assumption,
    show: showUnder(change(model)),
  }));
  const needed = buildings(path);
  const suggestions = path.map((step, index) => ({
    ...suggestionOf(step, index + 1, others),
    buildsOn: needed[index] ?? [],
  }));
  const end = path.at(-1)?.after ?? start;
  const timeOf = (version: typeof start): CallerTime => ({
    ...today,
    secondsPerCall: version.secondsPerCall,
    unknownShare: version.unknownShare,
  });
  return {
    current: timeOf(start),
    suggestions,
    after: timeOf(end),
    notes: adviceNotes(flow, demand, model),
    calibration,
  };
}
