import { buildCallFlow } from '../flow/build-call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import { changeTitle } from './change-title.ts';
import type { Demand } from './demand.ts';
import { nodeSeconds } from './node-seconds.ts';
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
  /** Seconds a call that a change must save beyond what orders alone would; other orders need none. */
  readonly leastMerit: number;
  readonly show: Show;
  readonly guard: Guard;
  /** Whether a change is worth it: by what it saves, and how sure that is. */
  readonly isWorth: (step: Omit<PathStep, 'optimal'>) => boolean;
}

/** Below this a change isn't even looked at, in seconds a call. */
const leastEstimate = 0.01;
/** How many changes are tried, best first, before one is taken. */
const mostTried = 24;
/** Identities leave out pauses that come and go: so much more than it says, a change may save. */
const slack = 0.3;

/** A change that was made for a look, and what it saves by counts of choices. */
interface Tried {
  readonly change: Change;
  readonly script: Script;
  readonly demand: Demand;
  readonly optimal: boolean | undefined;
  /** What it saves beyond the best orders of the menus that it puts in order as well. */
  readonly merit: number;
}

/** Seconds a call that a changed script saves these callers: only what differs is reckoned. */
function countedSaving(
  here: Version,
  script: Script,
  demand: Demand,
  model: CallerTimeModel,
): number {
  const old: Readonly<Record<string, ScriptNode>> = here.flow.script.nodes;
  const now: Readonly<Record<string, ScriptNode>> = script.nodes;
  const took = (of: Script, id: string, node: ScriptNode | undefined, { nodes }: Demand) => {
    const wanted = nodes.get(id as NodeId);
    return node === undefined || wanted === undefined || wanted.visits === 0
      ? 0
      : nodeSeconds(of, node, wanted, model).seconds;
  };
  let saved = 0;
  for (const id of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const isSame =
      old[id] === now[id] && here.demand.nodes.get(id as NodeId) === demand.nodes.get(id as NodeId);
    if (isSame) continue;
    saved += took(here.flow.script, id, old[id], here.demand) - took(script, id, now[id], demand);
  }
  return saved / here.demand.calls;
}

function tryProposal(
  here: Version,
  proposal: Proposal,
  beyond: number,
  options: PathOptions,
): Tried | undefined {
  const made = proposal.make();
  if (made === undefined || !options.kinds.has(made.change.about.kind)) return undefined;
  const script = applyEdits(here.flow.script, made.change.edits);
  if (script === undefined) return undefined;
  const { change, demand } = made;
  const saving = countedSaving(here, script, demand, options.model);
  const merit = saving - beyond;
  if (proposal.orders === undefined && merit < options.leastMerit) return undefined;
  return { change, demand, script, optimal: proposal.optimal, merit };
}

/** Whether some callers no longer get there: only errands, which keep their numbers, can tell. */
const losesCallers = (here: Version, after: Version): boolean =>
  [...after.unreached].some((errand) => !here.unreached.has(errand));

/** Nanoseconds: of changes that save the same the first goes, a plain one before one that leaves a copy. */
const nanos = (seconds: number): number => Math.round(seconds * 1e9);

/** The best change that is permitted; nothing where none is worth it. */
function bestStep(
  here: Version,
  options: PathOptions,
  banned: ReadonlySet<string>,
): PathStep | undefined {
  const ground = groundOf(here.flow, here.demand, options.model, options.limits);
  const all = proposeAll(ground, options.kinds);
  const orders = new Map(
    all.flatMap(({ orders: menu, saving }) =>
      menu === undefined ? [] : [[menu, saving] as const],
    ),
  );
  const proposals = all
    .filter(({ saving }) => saving >= leastEstimate)
    .map((proposal, index) => {
      const beyond = (proposal.settles ?? []).reduce(
        (sum, menu) => sum + (orders.get(menu) ?? 0),
        0,
      );
      return { proposal, index, beyond, merit: proposal.saving - beyond };
    })
    .sort((a, b) => nanos(b.merit) - nanos(a.merit) || a.index - b.index);
  const tried: Tried[] = [];
  for (const { proposal, beyond, merit } of proposals) {
    const best = tried[0]?.merit ?? 0;
    if (tried.length >= mostTried || merit + slack < best) break;
    const one = tryProposal(here, proposal, beyond, options);
    if (one !== undefined && !banned.has(changeTitle(one.change.about))) tried.push(one);
    tried.sort((a, b) => nanos(b.merit) - nanos(a.merit));
  }
  for (const { change, script, demand, optimal } of tried) {
    const flow = buildCallFlow(script);
    const step = { change, before: here, after: options.show(flow, demand), optimal };
    const isPermitted =
      options.isWorth(step) &&
      !losesCallers(here, step.after) &&
      options.guard.finding(here.flow, flow) === undefined;
    if (isPermitted) return step;
  }
  return undefined;
}

/**
 * The steepest path from a script: the change that saves most, then the one that saves most on top of
 * it, and so on until none is worth it. Changes that also put menus in order are compared by what they
 * save beyond that, or they would take credit for what an order alone can do. The same for the same
 * input.
 *
 * A change after which calls could end badly is left out and the path gone on without it; that is asked
 * of the whole path first, because the proof takes longer than all the rest.
 */
export function steepestPath(start: Version, options: PathOptions): readonly PathStep[] {
  const banned = new Set<string>();
  const path: PathStep[] = [];
  const { guard } = options;
  for (;;) {
    let here = path.at(-1)?.after ?? start;
    while (path.length < options.most) {
      const step = bestStep(here, options, banned);
      if (step === undefined) break;
      path.push(step);
      here = step.after;
    }
    if (guard.badEnd(start.flow, here.flow) === undefined) return path;
    const wrong = path.findIndex(
      ({ before, after }) => guard.badEnd(before.flow, after.flow) !== undefined,
    );
    const [offender] = path.splice(Math.max(0, wrong));
    if (offender === undefined) return path;
    banned.add(changeTitle(offender.change.about));
  }
}
