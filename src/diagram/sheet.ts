import { foldExits, type FoldedExit } from './fold-exits.ts';
import { growTree, type StepTree } from './grow-tree.ts';
import type { FlowPlan } from './plan-flow.ts';
import type { Step, StepExit, StepId } from './read-steps.ts';

/** What stands on one sheet, and how its ways out are shown there. */
export interface Sheet {
  readonly tree: StepTree;
  readonly exits: ReadonlyMap<StepId, readonly FoldedExit[]>;
  /** What is to be known about what isn't there. */
  readonly notes: readonly string[];
}

/** The steps of a sheet, with the ways that lead off it marked; `away` says how they are shown. */
function cutSteps(
  plan: FlowPlan,
  shown: ReadonlySet<StepId>,
  away: 'jump' | 'more',
): readonly Step[] {
  return plan.steps
    .filter(({ id }) => shown.has(id))
    .map((step) => ({
      ...step,
      exits: (plan.exits.get(step.id) ?? []).map(({ way, ...exit }): StepExit => {
        const { targets } = exit;
        if (exit.exit.does !== undefined || targets.every((target) => shown.has(target)))
          return exit;
        return { ...exit, targets: [], away: { way: way === 'back' ? way : away, to: targets } };
      }),
    }));
}

/** Those of some steps that calls reach from these starts without leaving them. */
export function reachable(
  plan: FlowPlan,
  shown: ReadonlySet<StepId>,
  starts: readonly StepId[],
): ReadonlySet<StepId> {
  const reached = new Set(starts);
  for (const id of reached) {
    for (const { exit, targets } of plan.exits.get(id) ?? [])
      if (exit.does === undefined)
        for (const target of targets) if (shown.has(target)) reached.add(target);
  }
  return reached;
}

/** A sheet of some of the steps: what they lead to elsewhere is told by its number of steps. */
export function sheetOf(
  plan: FlowPlan,
  shown: ReadonlySet<StepId>,
  notes: readonly string[] = [],
): Sheet {
  if (plan.steps.every(({ id }) => shown.has(id)))
    return { tree: plan.tree, exits: plan.exits, notes };
  const tree = growTree(cutSteps(plan, shown, 'more'), plan.busyness);
  return { tree, exits: foldExits(tree), notes };
}

/** A sheet of some of the steps, among others: ways that lead off it go on at a letter. */
export function pageOf(plan: FlowPlan, shown: ReadonlySet<StepId>, entrance?: Step): Sheet {
  const steps = cutSteps(plan, shown, 'jump');
  const tree = growTree(entrance === undefined ? steps : [entrance, ...steps], plan.busyness);
  return { tree, exits: foldExits(tree), notes: [] };
}
