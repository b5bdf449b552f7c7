import { buildCallFlow } from '../flow/build-call-flow.ts';
import { applyEdits } from './apply-edits.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { Change, ChangeKind } from './change.ts';
import { groundOf, type Limits } from './ground.ts';
import type { Guard } from './guard.ts';
import { proposeAll } from './kinds/index.ts';
import type { Proposal } from './kinds/proposal.ts';
import type { Show, Version } from './version.ts';

/** A change of a path, with the script before and after it. */
export interface PathStep {
  readonly change: Change;
  readonly before: Version;
  readonly after: Version;
  readonly optimal: boolean | undefined;
}

/** What a path may be made of, and how it is looked for. */
export interface PathOptions {
  readonly model: CallerTimeModel;
  readonly limits: Limits;
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly most: number;
  readonly show: Show;
  readonly guard: Guard;
  /** Whether a change is worth it: by what it saves, and how sure that is. */
  readonly isWorth: (step: Omit<PathStep, 'optimal'>) => boolean;
}

/** Below this a change isn't even looked at, in seconds a call. */
const leastEstimate = 0.01;
/** So many changes are walked by callers before one is taken, if the first of them are no good. */
const mostTried = 24;
/** Identities leave out pauses that come and go: so much more than it says, a change may save. */
const slack = 0.3;

/** A change that was made for a look. */
interface Tried {
  readonly step: PathStep;
  readonly saving: number;
}

function tryProposal(here: Version, proposal: Proposal, options: PathOptions): Tried | undefined {
  const made = proposal.make();
  if (made === undefined || !options.kinds.has(made.change.about.kind)) return undefined;
  const script = applyEdits(here.flow.script, made.change.edits);
  if (script === undefined) return undefined;
  const after = options.show(buildCallFlow(script), made.demand);
  const lost = [...here.groups.keys()].some(
    (name) => here.groups.get(name)?.seconds !== undefined && isLost(after, name),
  );
  if (lost) return undefined;
  const step = { change: made.change, before: here, after, optimal: proposal.optimal };
  return { step, saving: here.secondsPerCall - after.secondsPerCall };
}

/** Callers who no longer get there: only errands, which keep their names, can tell. */
const isLost = (after: Version, name: string): boolean => {
  const group = after.groups.get(name);
  return group !== undefined && group.seconds === undefined;
};

/** The best change that is permitted; nothing where none is worth it. */
function bestStep(here: Version, options: PathOptions): PathStep | undefined {
  const { demand, flow } = here;
  const ground = groundOf(flow, demand, options.model, options.limits);
  const proposals = proposeAll(ground, options.kinds)
    .filter(({ saving }) => saving >= leastEstimate)
    .map((proposal, index) => ({ proposal, index }))
    .sort((a, b) => b.proposal.saving - a.proposal.saving || a.index - b.index);
  const tried: Tried[] = [];
  let best = 0;
  for (const { proposal } of proposals) {
    if (tried.length >= mostTried || proposal.saving + slack < best) break;
    const one = tryProposal(here, proposal, options);
    if (one === undefined) continue;
    tried.push(one);
    if (options.isWorth(one.step)) best = Math.max(best, one.saving);
  }
  // Of changes that save the same the first goes: a plain one before one that leaves a copy.
  const nanos = ({ saving }: Tried) => Math.round(saving * 1e9);
  tried.sort((a, b) => nanos(b) - nanos(a));
  return tried.find(
    ({ step }) => options.isWorth(step) && options.guard(flow, step.after.flow) === undefined,
  )?.step;
}

/**
 * The steepest path from a script: the change that saves most, then the one that saves most on top of
 * it, and so on until none is worth it. The same for the same input.
 */
export function steepestPath(start: Version, options: PathOptions): readonly PathStep[] {
  const path: PathStep[] = [];
  let here = start;
  while (path.length < options.most) {
    const step = bestStep(here, options);
    if (step === undefined) break;
    path.push(step);
    here = step.after;
  }
  return path;
}
