import type { FlowEdge } from '../../flow/call-flow.ts';
import type { VariantReplay } from '../../replay/replay-variant.ts';
import type { NodeId } from '../../script/names.ts';

/** A coming to a node: by an edge, or from nowhere at the start and by moves that the flow hasn't. */
export interface Arrival {
  readonly node: NodeId;
  readonly by: FlowEdge | undefined;
}

/** The way of a call, node by node, each with the edge that led there. */
export function callTrace({
  visits,
  edges,
}: Pick<VariantReplay, 'visits' | 'edges'>): readonly Arrival[] {
  let next = 0;
  return visits.map((node, position): Arrival => {
    const edge = edges[next];
    const isNext = position > 0 && edge?.to === node && edge.from === visits[position - 1];
    if (!isNext) return { node, by: undefined };
    next += 1;
    return { node, by: edge };
  });
}
