import type { Dialplan, Step } from './dialplan.ts';

/** The priorities between which a loop runs. */
export interface Loop {
  readonly begin: number;
  readonly end: number;
}

/** The loop that a `While`, an `EndWhile`, or a step between them belongs to. */
export type LoopAt = (step: Step) => Loop | undefined;

/** Finds loops, each extension once. */
export function createLoops(dialplan: Dialplan): LoopAt {
  const known = new Map<ReadonlyMap<number, Step>, ReadonlyMap<number, Loop>>();

  const loopsIn = (steps: ReadonlyMap<number, Step>): ReadonlyMap<number, Loop> => {
    const loops = new Map<number, Loop>();
    const open: { readonly begin: number; readonly within: number[] }[] = [];
    for (const priority of [...steps.keys()].sort((a, b) => a - b)) {
      const application = steps.get(priority)?.application.toLowerCase();
      if (application === 'while') open.push({ begin: priority, within: [priority] });
      else if (application === 'exitwhile' || application === 'continuewhile') {
        open.at(-1)?.within.push(priority);
      } else if (application === 'endwhile') {
        const here = open.pop();
        if (here === undefined) continue;
        const loop = { begin: here.begin, end: priority };
        for (const one of [...here.within, priority]) loops.set(one, loop);
      }
    }
    return loops;
  };

  return (step) => {
    const steps = dialplan.contexts.get(step.context)?.extensions.get(step.extension)?.steps;
    if (steps === undefined) return undefined;
    let loops = known.get(steps);
    if (loops === undefined) {
      loops = loopsIn(steps);
      known.set(steps, loops);
    }
    return loops.get(step.priority);
  };
}
