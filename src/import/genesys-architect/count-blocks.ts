import type { NodeId } from '../../script/names.ts';
import { placeBetween, type Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import type { ImportReport } from '../import-report.ts';

/** Keeps what became of every menu, choice, action, task and state; a task that is copied counts once. */
export interface BlockCount {
  readonly meet: (at: Extent) => void;
  readonly isMet: (at: Extent) => boolean;
  /** A choice that became an option of this menu. */
  readonly fold: (block: string, node: NodeId, at: Extent) => void;
  /** Something among the blocks that the script doesn't hold; a note tells of it. True the first time. */
  readonly list: (at: Extent) => boolean;
  readonly open: (actions: Tree) => void;
  readonly isOpen: (actions: Tree) => boolean;
  /** The counts, given where the nodes are written. */
  readonly report: (
    source: Source,
    nodesAt: readonly Extent[],
  ) => Pick<ImportReport, 'blocks' | 'blocksAsNodes' | 'folded' | 'notBlocks'>;
}

export function createBlockCount(): BlockCount {
  const met = new Set<number>();
  const folded = new Map<number, { readonly block: string; readonly node: NodeId; at: Extent }>();
  const listed = new Set<number>();
  const opened = new Set<number>();
  return {
    meet: ({ start }) => void met.add(start),
    isMet: ({ start }) => met.has(start),
    fold: (block, node, at) => void folded.set(at.start, { block, node, at }),
    list({ start }) {
      const isNew = !listed.has(start);
      listed.add(start);
      return isNew;
    },
    open: ({ start }) => void opened.add(start),
    isOpen: ({ start }) => opened.has(start),
    report(source, nodesAt) {
      const written = new Set(nodesAt.map(({ start }) => start));
      return {
        blocks: new Set([...met, ...folded.keys(), ...listed]).size,
        blocksAsNodes: [...met].filter((start) => written.has(start)).length,
        folded: [...folded.values()].map(({ block, node, at }) => ({
          block,
          node,
          at: placeBetween(source, at.start, at.end),
        })),
        notBlocks: listed.size,
      };
    },
  };
}
