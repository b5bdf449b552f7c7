import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** The calls that ended at a node without success, of all that came to it. */
export interface DropOut extends Rate {
  readonly node: NodeId;
}

/**
 * The drop-outs of every node, in script order: calls whose last node it is and which hung up or
 * timed out, of the calls that came to it.
 */
export function findDropOuts(replay: Pick<Replay, 'nodes'>): readonly DropOut[] {
  return replay.nodes.map(({ id, dropOuts, entered }) => ({
    node: id,
    ...rateOf(dropOuts, entered),
  }));
}

/** The nodes that lose callers, those that lose most first; ties by script order. */
export function worstDropOuts(dropOuts: readonly DropOut[]): readonly DropOut[] {
  return dropOuts.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** Where callers are lost. */
export const dropOutsInsight = defineInsight({
  id: 'drop-outs',
  title: 'Where callers are lost',
  question: 'At which nodes do callers hang up or get cut off?',
  definition:
    'Calls that hung up or timed out with this node as their last, out of the calls that came to it at least once. The drop-outs of all nodes add up to the calls that hung up or timed out.',
  source: 'last node and outcome as in docs/how-calls-are-counted.md',
  find({ replay }) {
    const worst = worstDropOuts(findDropOuts(replay));
    const lost = replay.outcomes['hung-up'] + replay.outcomes['timed-out'];
    const rows = worst.map(({ node, ...rate }) => ({
      node,
      rate,
      share: rateOf(rate.count, lost),
    }));
    const columns = {
      node: 'node',
      rate: ['of the calls that came there', 'rate'],
      share: ['of all that were lost', 'rate'],
    } as const;
    const elsewhere = replay.dropOutsElsewhere;
    return {
      tables: [tableOf('drop-outs', 'Drop-outs', columns, rows)],
      excluded:
        elsewhere === 0
          ? []
          : [{ count: elsewhere, what: 'calls lost outside the nodes of the script' }],
      notes: [
        'The last node is where a caller left, not always why: read the node before it, too.',
      ],
    };
  },
});
