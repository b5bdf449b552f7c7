import { edgesOf, type CallFlow } from '../flow/call-flow.ts';
import type { Language } from '../script/values.ts';
import { callerOrder } from './caller-order.ts';
import { titleOf } from './card-title.ts';
import { foldExits, type FoldedExit } from './fold-exits.ts';
import { growTree, type StepTree } from './grow-tree.ts';
import type { DrawOptions } from './options.ts';
import { readSteps, type Step, type StepId } from './read-steps.ts';
import { readTraffic, type Traffic } from './read-traffic.ts';
import { wordsIn } from './words-in.ts';
import type { Words } from './words.ts';

/** What holds for a whole flow, however many sheets it is drawn on. */
export interface FlowPlan {
  readonly flow: CallFlow;
  readonly options: DrawOptions;
  /** The language that prompts are quoted in, and the words that the drawing adds. */
  readonly language: Language;
  readonly words: Words;
  readonly steps: readonly Step[];
  readonly titles: ReadonlyMap<StepId, string>;
  readonly traffic: Traffic | undefined;
  readonly busyness: (step: Step) => number;
  readonly tree: StepTree;
  readonly exits: ReadonlyMap<StepId, readonly FoldedExit[]>;
  /** Every step, as callers hear them; what no call comes to is last. */
  readonly order: readonly StepId[];
  readonly connections: number;
}

/** How busy an end is: by calls where they are known, else by the ways that lead to it. */
function busynessOf(steps: readonly Step[], traffic: Traffic | undefined): (step: Step) => number {
  const ways = new Map<string, number>();
  for (const { exits } of steps) {
    for (const { targets } of exits)
      for (const id of targets) ways.set(id, (ways.get(id) ?? 0) + 1);
  }
  return (step) => traffic?.enteredOf(step) ?? ways.get(step.id) ?? 0;
}

/** Decides what hangs on what, and how every way out is shown when all of the flow is. */
export function planFlow(flow: CallFlow, options: DrawOptions): FlowPlan {
  const language = options.language ?? flow.script.language;
  const words = wordsIn(options.locale ?? language);
  const steps = readSteps(flow);
  const traffic = options.replay === undefined ? undefined : readTraffic(steps, options.replay);
  const busyness = busynessOf(steps, traffic);
  const tree = growTree(steps, busyness);
  return {
    flow,
    options,
    language,
    words,
    steps,
    titles: new Map(steps.map((step) => [step.id, titleOf(step, words, options.directory)])),
    traffic,
    busyness,
    tree,
    exits: foldExits(tree),
    order: callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children),
    connections: edgesOf(flow).length,
  };
}
