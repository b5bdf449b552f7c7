import type { NodeId } from '../../script/names.ts';
import type { Place } from '../../source/source.ts';
import { itemsOf, below, textBelow } from '../tree-values.ts';
import type { FoldedBlock } from '../import-report.ts';
import type { FlowContext } from './flow-context.ts';

/** Where calls begin. */
export interface Entries {
  /** One at least. */
  readonly begun: readonly { readonly start: NodeId; readonly at: Place }[];
  /** The start nodes that became entries. */
  readonly folded: readonly FoldedBlock[];
  /** How many start nodes lead to nothing. */
  readonly lone: number;
}

/** Tells of edges that begin at nothing. */
function tellStrayEdges({ flow, writer, starts, ids, placeOf }: FlowContext): void {
  const names = new Set([...starts, ...ids.keys()].flatMap(({ id, name }) => [id, name]));
  for (const tree of itemsOf(below(flow, 'edges'))) {
    const begin = textBelow(tree, 'from') ?? '';
    if (!names.has(begin))
      writer.tell(`This edge begins at no node of the flow: ${begin}.`, placeOf(tree));
  }
}

/** Calls begin by the first edge of each start node; where none leads on, at the first node there is. */
export function findEntries(context: FlowContext): Entries {
  const { writer, starts, ids, idOf, placeOf, at, root } = context;
  const begun = starts.flatMap((node) =>
    node.edges.slice(0, 1).map(({ to }) => ({ node, start: idOf(to), at: at(node) })),
  );
  tellStrayEdges(context);
  for (const { tree } of starts.flatMap(({ edges }) => edges.slice(1)))
    writer.tell('Calls begin with another edge.', placeOf(tree));
  const lone = starts.filter(({ edges }) => edges.length === 0);
  for (const node of lone) writer.tell('Calls begin here, and nothing follows.', at(node));
  const folded = begun.map(({ node, start, at }) => ({ block: node.name, node: start, at }));
  if (begun.length > 0) return { begun, folded, lone: lone.length };
  const [first = writer.freshId('no-start', 'no-start')] = ids.values();
  writer.tell('The flow has no start that leads on.', root);
  return { begun: [{ start: first, at: root }], folded, lone: lone.length };
}
