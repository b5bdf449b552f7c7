import type { Trigger } from '../script/vocabulary.ts';
import { callerOrder } from './caller-order.ts';
import type { StepTree } from './grow-tree.ts';
import type { Step, StepId } from './read-steps.ts';
import { sizesOf } from './tree-sizes.ts';

/** Whether callers go this way only when something didn't go as it was meant to. */
function isMishap(trigger: Trigger): boolean {
  switch (trigger) {
    case 'noInput':
    case 'noMatch':
    case 'failure':
    case 'overflow':
    case 'closed':
    case 'error':
      return true;
    case 'key':
    case 'next':
    case 'case':
    case 'success':
      return false;
  }
}

/** Where the main way goes on: when open, else where more than half of what follows is. */
function mainChild(
  step: Step,
  children: readonly StepId[],
  sizes: ReadonlyMap<StepId, number>,
): StepId | undefined {
  const open = step.exits.find(({ exit }) => exit.trigger === 'case' && exit.value === 'open');
  const whenOpen = open?.targets[0];
  if (whenOpen !== undefined && children.includes(whenOpen)) return whenOpen;
  const meant = new Set(
    step.exits.flatMap(({ exit, targets }) => (isMishap(exit.trigger) ? [] : targets)),
  );
  let best: StepId | undefined;
  let all = 0;
  for (const child of children) {
    all += sizes.get(child) ?? 0;
    if (!meant.has(child)) continue;
    if (best === undefined || (sizes.get(child) ?? 0) > (sizes.get(best) ?? 0)) best = child;
  }
  // Ways that are equally long lead aside, each as well as the other.
  return 2 * (sizes.get(best ?? '') ?? 0) > all ? best : undefined;
}

/**
 * For every start the steps that stand in one column under it: hours checks, greetings and so on, down
 * to the first menu.
 */
export function chooseSpines(tree: StepTree): readonly (readonly StepId[])[] {
  const sizes = sizesOf(callerOrder(tree.starts, tree.children), tree.children);
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
