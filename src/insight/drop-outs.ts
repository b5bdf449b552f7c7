import type { Replay } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { rateOf, type Rate } from './rate.ts';

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
  return dropOuts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}
