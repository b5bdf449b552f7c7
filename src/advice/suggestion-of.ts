import type { NodeId } from '../script/names.ts';
import { changeTitle } from './change-title.ts';
import type { ChangeAbout } from './change.ts';
import type { Evidence } from './evidence/evidence.ts';
import { judgeSaving, type Judged, type OtherShow } from './judge-saving.ts';
import { callsNeeded } from './saving-interval.ts';
import type { PathStep } from './steepest-path.ts';
import type { Suggestion, Verdict } from './suggestion.ts';

/** The node that a change is about. */
function nodeOfChange(about: ChangeAbout): NodeId {
  if ('menu' in about) return about.menu;
  return 'node' in about ? about.node : about.queue;
}

/** Below 30 of them shares say nothing (the usual least sample for a rate). */
const fewestCalls = 30;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

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
export function countedSuggestion(
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
export function judgedSuggestion(
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
