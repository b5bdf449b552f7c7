import { callerOrder } from './caller-order.ts';
import type { StepTree } from './grow-tree.ts';
import type { Step, StepId } from './read-steps.ts';

/** The number of steps that hang on each step, itself included. */
function sizesOf(tree: StepTree): ReadonlyMap<StepId, number> {
  const order = callerOrder(tree.starts, tree.children);
  const sizes = new Map<StepId, number>();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const id = order[at] ?? '';
    const own = (tree.children.get(id) ?? []).reduce(
      (sum, child) => sum + (sizes.get(child) ?? 0),
      1,
    );
    sizes.set(id, own);
  }
  return sizes;
}

/** Where the main way goes on: when open, else where most of the flow is; the first of equals. */
function mainChild(
  step: Step,
  children: readonly StepId[],
  sizes: ReadonlyMap<StepId, number>,
): StepId | undefined {
  const open = step.exits.find(({ exit }) => exit.trigger === 'case' && exit.value === 'open');
  const whenOpen = open?.targets[0];
  if (whenOpen !== undefined && children.includes(whenOpen)) return whenOpen;
  let best: StepId | undefined;
  for (const child of children) {
    if (best === undefined || (sizes.get(child) ?? 0) > (sizes.get(best) ?? 0)) best = child;
  }
  return best;
}

/**
 * For every start the steps that stand in one column under it: hours checks, greetings and so on, down
 * to the first menu.
 */
export function chooseSpines(tree: StepTree): readonly (readonly StepId[])[] {
  const sizes = sizesOf(tree);
  return tree.starts.map((start) => {
    const spine = [start];
    for (let here: StepId | undefined = start; here !== undefined;) {
      const step = tree.steps.get(here);
      const children = tree.children.get(here) ?? [];
      if (step === undefined || step.node?.kind === 'menu') break;
      here = mainChild(step, children, sizes);
      if (here !== undefined) spine.push(here);
    }
    return spine;
  });
}
