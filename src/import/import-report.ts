import type { NodeId } from '../script/names.ts';
import type { Place } from '../source/source.ts';

/** Something in the vendor's file that the script can't say, or says in other words. */
export interface ImportNote {
  readonly message: string;
  readonly at: Place;
}

/** Another flow that runs beside the call, at an event: it is no exit of the node that sets it. */
export interface EventHook {
  readonly node: NodeId;
  /** The vendor's name of the event, such as `CustomerQueue`. */
  readonly event: string;
  /** The name of the flow, or the vendor's expression for it. */
  readonly flow: string;
}

/** A block that became a part of a node which another block began. */
export interface FoldedBlock {
  /** The block's own name in the vendor's file. */
  readonly block: string;
  readonly node: NodeId;
  readonly at: Place;
}

/** Something outside the file that a block refers to: a queue, hours, another flow, a recording. */
export interface ImportReference {
  readonly node: NodeId;
  /** What it is: `queue`, `hours`, `flow`, `module`, `prompt`. */
  readonly kind: string;
  /** What people call it, else the vendor's expression for it. */
  readonly name: string;
  /** True where another file of the export tells of it. */
  readonly isFound: boolean;
  readonly at: Place;
}

/** What became of a vendor's file. Blocks are never dropped: each is a node, or part of one. */
export interface ImportReport {
  readonly flows: number;
  /** Blocks in the vendor's file. */
  readonly blocks: number;
  readonly nodes: number;
  /** Blocks that a node stands for, alone or with others behind it; with `folded` and `notBlocks` all. */
  readonly blocksAsNodes?: number;
  readonly folded?: readonly FoldedBlock[];
  /** Items among the blocks that are none; each is in `unresolved`. */
  readonly notBlocks?: number;
  /** Blocks that the model can't say, by the vendor's type. */
  readonly opaque: Readonly<Record<string, number>>;
  readonly prompts: number;
  /** Prompts whose words, or a part of them, stand elsewhere. */
  readonly promptsUnknown: number;
  readonly eventHooks: readonly EventHook[];
  readonly references?: readonly ImportReference[];
  readonly unresolved: readonly ImportNote[];
}

/** One report for several flows of one file. */
export function mergeReports(reports: readonly ImportReport[]): ImportReport {
  const sum = (count: (report: ImportReport) => number) =>
    reports.reduce((total, report) => total + count(report), 0);
  const opaque = new Map<string, number>();
  for (const [type, count] of reports.flatMap((report) => Object.entries(report.opaque))) {
    opaque.set(type, (opaque.get(type) ?? 0) + count);
  }
  return {
    flows: sum((report) => report.flows),
    blocks: sum((report) => report.blocks),
    nodes: sum((report) => report.nodes),
    blocksAsNodes: sum((report) => report.blocksAsNodes ?? report.blocks),
    folded: reports.flatMap((report) => report.folded ?? []),
    notBlocks: sum((report) => report.notBlocks ?? 0),
    opaque: Object.fromEntries(opaque),
    prompts: sum((report) => report.prompts),
    promptsUnknown: sum((report) => report.promptsUnknown),
    eventHooks: reports.flatMap((report) => report.eventHooks),
    references: reports.flatMap((report) => report.references ?? []),
    unresolved: reports.flatMap((report) => report.unresolved),
  };
}
