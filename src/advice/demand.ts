import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import type { Trigger } from '../script/vocabulary.ts';
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

const isGivenUp = (trigger: Trigger): boolean => trigger === 'noInput' || trigger === 'noMatch';

/**
 * How often a node went on by silence or a wrong entry that the log tells: then no retry followed. Logs
 * may tell where a call went without telling why; so each path counts for itself, where paths are known.
 */
function givenUpAt({ edges, paths }: Replay): ReadonlyMap<NodeId, number> {
  const counts = new Map<NodeId, number>();
  const add = (id: NodeId, times: number) => counts.set(id, (counts.get(id) ?? 0) + times);
  if (paths.length === 0) {
    for (const { edge, taken } of edges) if (isGivenUp(edge.trigger)) add(edge.from, taken);
    return counts;
  }
  for (const { edges: way, noInputs, noMatches, calls } of paths) {
    const untold = [...noInputs, ...noMatches];
    for (const { trigger, from } of way) {
      if (!isGivenUp(trigger)) continue;
      const at = untold.indexOf(from);
      if (at < 0) continue;
      untold.splice(at, 1);
      add(from, calls);
    }
  }
  return counts;
}

/** Reads the demand from the calls that were replayed on the flow. Linear in nodes, edges and paths. */
export function demandOf(flow: CallFlow, replay: Replay): Demand {
  const languages = languageShares(flow, replay);
  const choices = new Map<NodeId, number[]>();
  for (const { id, node } of flow.nodes) {
    if (node.kind === 'menu') choices.set(id, new Array<number>(node.options.length).fill(0));
  }
  const completed = new Map<NodeId, number>();
  const givenUp = givenUpAt(replay);
  for (const { edge, taken } of replay.edges) {
    const { from, option, trigger } = edge;
    const list = choices.get(from);
    if (list !== undefined && option !== undefined) list[option] = (list[option] ?? 0) + taken;
    else if (trigger === 'next') completed.set(from, (completed.get(from) ?? 0) + taken);
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
