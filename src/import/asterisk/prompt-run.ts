import type { NodeId } from '../../script/names.ts';
import { marksOf, type Mark } from '../draft.ts';
import type { ListenBlock, Say, Spot } from './block.ts';
import type { CallGraph } from './call-graph.ts';
import type { Step } from './dialplan.ts';
import type { Explored } from './explore.ts';

/** Prompts that follow each other and the wait after them, which together make a menu. */
export interface PromptRun {
  readonly says: readonly Say[];
  readonly steps: readonly Step[];
  readonly marks: readonly Mark[];
  readonly last: ListenBlock;
  readonly sayVariable: string | undefined;
  /** The spots after the first that are part of it. */
  readonly joined: readonly NodeId[];
}

/** More steps than this between two prompts are not looked through. */
const mostPassed = 50;

/** The next listening after a prompt, where only that prompt leads there. */
function onlyBehind(
  { passes }: CallGraph,
  { spots, arrivals }: Explored,
  block: ListenBlock,
):
  | { readonly id: NodeId; readonly block: ListenBlock; readonly steps: readonly Step[] }
  | undefined {
  const steps: Step[] = [];
  let here = block.timeout;
  while (here !== undefined && (arrivals.get(here) ?? 0) === 1 && steps.length < mostPassed) {
    const spot = spots.get(here);
    if (spot?.block.kind === 'listen')
      return { id: here, block: spot.block, steps: [...steps, spot.step] };
    const pass = passes.get(here);
    if (pass === undefined) return undefined;
    steps.push(pass.step);
    here = pass.to;
  }
  return undefined;
}

/** Follows prompts with the same keys from the first to the one that waits. */
export function promptRun(
  graph: CallGraph,
  explored: Explored,
  { step }: Spot,
  first: ListenBlock,
): PromptRun {
  const says = first.say === undefined ? [] : [first.say];
  const steps = [step];
  const joined: NodeId[] = [];
  let last = first;
  let { sayVariable } = first;
  while (last.wait === undefined) {
    const next = onlyBehind(graph, explored, last);
    if (next?.block.keys !== first.keys) break;
    joined.push(next.id);
    steps.push(...next.steps);
    last = next.block;
    if (last.say === undefined) continue;
    says.push(last.say);
    sayVariable = undefined;
  }
  return { says, steps, marks: marksOf([[['say'], first.sayAt]]), last, sayVariable, joined };
}
