import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { languageShares, type LanguageShare } from '../replay/language-shares.ts';

/** What callers did at a node, as far as the time they spend there depends on it. */
export interface NodeDemand {
  readonly visits: number;
  /** Calls that came here at least once. */
  readonly calls: number;
  /** Times that the prompt was said: visits, and once more for each retry. */
  readonly hearings: number;
  /** Times that each option of a menu was chosen, by its position in the script. */
  readonly choices: readonly number[];
  /** Times that a call went on to the next node: entries completed at a collect node. */
  readonly completed: number;
  readonly noInputs: number;
  readonly noMatches: number;
  readonly languages: readonly LanguageShare[];
}

/** What callers of a log want of a script: the same demand can be asked of a changed script. */
export interface Demand {
  readonly calls: number;
  readonly nodes: ReadonlyMap<NodeId, NodeDemand>;
}

/** Reads the demand from the calls that were replayed on the flow. Linear in nodes and edges. */
export function demandOf(flow: CallFlow, replay: Replay): Demand {
  const languages = languageShares(flow, replay);
  const choices = new Map<NodeId, number[]>();
  for (const { id, node } of flow.nodes) {
    if (node.kind === 'menu') choices.set(id, new Array<number>(node.options.length).fill(0));
  }
  const completed = new Map<NodeId, number>();
  const givenUp = new Map<NodeId, number>();
  for (const { edge, taken } of replay.edges) {
    const { from, option, trigger } = edge;
    const list = choices.get(from);
    if (list !== undefined && option !== undefined) list[option] = (list[option] ?? 0) + taken;
    else if (trigger === 'noInput' || trigger === 'noMatch') {
      givenUp.set(from, (givenUp.get(from) ?? 0) + taken);
    } else if (trigger === 'next') completed.set(from, (completed.get(from) ?? 0) + taken);
  }
  const nodes = replay.nodes.map(({ id, entered, visits, noInputs, noMatches }) => {
    const retries = Math.max(0, noInputs + noMatches - (givenUp.get(id) ?? 0));
    const demand: NodeDemand = {
      visits,
      calls: entered,
      hearings: visits + retries,
      choices: choices.get(id) ?? [],
      completed: completed.get(id) ?? 0,
      noInputs,
      noMatches,
      languages: languages.get(id) ?? [{ language: flow.script.language, share: 1 }],
    };
    return [id, demand] as const;
  });
  return { calls: replay.calls, nodes: new Map(nodes) };
}
