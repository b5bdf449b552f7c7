import type { CallFlow } from '../flow/call-flow.ts';
import { isImported } from '../script/is-imported.ts';
import type { NodeId } from '../script/names.ts';
import { isEmpty } from './bits.ts';
import type { Remark } from './proof.ts';
import type { Scenario } from './scenario.ts';

/** Queues that hold callers without a word: nothing is said in them, and no key has led straight there. */
export function remarksOn({ maze, still }: Scenario, flow: CallFlow): readonly Remark[] {
  const held = new Set<NodeId>();
  maze.spots.forEach(({ node: id }, spot) => {
    if (held.has(id) || !flow.graph.hasNode(id)) return;
    const { node } = flow.graph.node(id);
    if (node.kind !== 'queue' || isImported(node)) return;
    if (node.say !== undefined || node.announce !== undefined) return;
    const reached = still.reached[spot];
    const waits = maze.passages[spot]?.some(
      ({ end }) => end?.ends === 'well' || end?.reason === 'dead-wait',
    );
    if (reached !== undefined && !isEmpty(reached) && waits === true) held.add(id);
  });
  return flow.nodes
    .filter(({ id }) => held.has(id))
    .map(({ id }) => ({
      kind: 'wait-without-announcement',
      node: id,
      message: `Callers wait at "${id}" without a word: they hear nothing before the queue and nothing in it.`,
    }));
}
