import { nodeOfApplication } from '../../calls/formats/asterisk/node-of-application.ts';
import { nodeNamesOf } from '../../calls/formats/node-names.ts';
import type { IvrReport } from '../../calls/report/ivr-report.ts';
import {
  edgesFrom,
  edgesInto,
  nodeOf,
  type CallFlow,
  type FlowEdge,
} from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';

/** How a call can end at a node, in the words of reports. */
const endings = ['hangup', 'disconnect', 'abandon', 'answer', 'transfer', 'end'] as const;
export type ReportEnding = (typeof endings)[number];

const noEndings: Readonly<Record<ReportEnding, number>> = {
  ...{ hangup: 0, disconnect: 0, abandon: 0, answer: 0, transfer: 0, end: 0 },
};

/** What a report says of a node. */
export interface NodeCounts {
  readonly node: NodeId;
  /** Visits that the report itself tells, and calls that began here. */
  readonly entered: number | undefined;
  readonly started: number | undefined;
  /** Visits that left by a way of the script or ended here; nothing where the report tells no exit. */
  readonly left: number | undefined;
  /** Of them: by ending. */
  readonly ended: Readonly<Record<ReportEnding, number>>;
  /** Visits that came by exits of other nodes, and began here; nothing where one of them isn't told. */
  readonly came: number | undefined;
  /** Seconds that all visits took, as far as exits have means; and the visits with a mean. */
  readonly seconds: number;
  readonly timed: number;
  /** Calls of which this is the last node. */
  readonly last: number | undefined;
}

/** A report on the nodes and ways of a script. */
export interface ReportCounts {
  /** Nodes of which anything is told or reckoned, in script order. */
  readonly nodes: readonly NodeCounts[];
  readonly taken: ReadonlyMap<FlowEdge, number>;
  /** Counts at nodes that the script lacks, and by exits that its nodes lack, most first. */
  readonly foreign: readonly {
    readonly node: string;
    readonly exit: string;
    readonly count: number;
  }[];
  /** Exits that stand for ways to several nodes: they are counted for the first, and what came there isn't known. */
  readonly ambiguous: readonly { readonly node: NodeId; readonly exit: string }[];
}

/** A word without capitals and signs: `No Input` and `noinput` are one. */
const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]{1,9}/g, '');

const isEnding = (word: string): word is ReportEnding =>
  (endings as readonly string[]).includes(word);

const otherWords = new Map<string, ReportEnding>([
  ['hungup', 'hangup'],
  ['callerhangup', 'hangup'],
  ['abandoned', 'abandon'],
  ['answered', 'answer'],
]);

/**
 * The ways of a node that an exit of a report can mean: by key or case, by trigger, by where it leads. That a
 * branch was left for what comes next says nothing of its case.
 */
function waysBy(flow: CallFlow, node: NodeId, exit: string): readonly FlowEdge[] {
  const edges = edgesFrom(flow, node);
  if (nodeOf(flow, node)?.kind === 'branch' && bare(exit) === 'next')
    return edges.filter(({ trigger }) => trigger !== 'error');
  const by = (isMeant: (edge: FlowEdge) => boolean) => edges.filter(isMeant);
  const byValue = by(({ value }) => value === exit);
  if (byValue.length > 0) return byValue;
  const byTrigger = by(({ trigger }) => bare(trigger) === bare(exit));
  return byTrigger.length > 0 ? byTrigger : by(({ to }) => to === exit);
}

interface Draft {
  entered?: number;
  started?: number;
  left?: number;
  last?: number;
  ended: Record<ReportEnding, number>;
  seconds: number;
  timed: number;
}

/** Adds to a count that may not be there yet. */
const plus = (before: number | undefined, count: number): number => (before ?? 0) + count;

/** The nodes that visits may have come to, as far as the report tells; to all others surely none came. */
function mayCome(
  flow: CallFlow,
  drafts: ReadonlyMap<NodeId, Draft>,
  taken: ReadonlyMap<FlowEdge, number>,
  unsure: ReadonlySet<FlowEdge>,
  begins: (id: NodeId) => boolean,
): ReadonlySet<NodeId> {
  const come = new Set<NodeId>(flow.nodes.map(({ id }) => id).filter(begins));
  for (const [edge, count] of taken) if (count > 0) come.add(edge.to);
  for (const { to } of unsure) come.add(to);
  for (const id of come) {
    if (drafts.get(id)?.left !== undefined) continue;
    for (const { to } of edgesFrom(flow, id)) come.add(to);
  }
  return come;
}

/**
 * What came to each node by the exits of the others. A node that the report leaves out lets through what
 * comes to it where it has one way on, as announcements do; behind any other nothing is known.
 */
function inflows(
  flow: CallFlow,
  drafts: ReadonlyMap<NodeId, Draft>,
  taken: ReadonlyMap<FlowEdge, number>,
  unsure: ReadonlySet<FlowEdge>,
): ReadonlyMap<NodeId, number> {
  const came = new Map<NodeId, number>();
  const startsAreTold = [...drafts.values()].some(({ started }) => started !== undefined);
  const starts = new Set(flow.entries.map(({ start }) => start));
  const begins = (id: NodeId): boolean =>
    startsAreTold ? (drafts.get(id)?.started ?? 0) > 0 : starts.has(id);
  const possible = mayCome(flow, drafts, taken, unsure, begins);
  for (const { id } of flow.nodes) if (!possible.has(id)) came.set(id, 0);
  const sentBy = (edge: FlowEdge): number | undefined => {
    if (unsure.has(edge)) return undefined;
    if (drafts.get(edge.from)?.left !== undefined) return taken.get(edge) ?? 0;
    const through = came.get(edge.from);
    if (through === undefined || through === 0) return through;
    const ways = edgesFrom(flow, edge.from).filter(({ trigger }) => trigger !== 'error');
    const isOnly = new Set(ways.map(({ to }) => to)).size === 1;
    if (edge.trigger === 'error') return 0;
    return isOnly ? (ways[0] === edge ? through : 0) : undefined;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { id } of flow.nodes) {
      if (came.has(id) || (starts.has(id) && !startsAreTold)) continue;
      const sent = edgesInto(flow, id).map(sentBy);
      if (sent.some((count) => count === undefined)) continue;
      const own = sent.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      came.set(id, own + (drafts.get(id)?.started ?? 0));
      isSettled = false;
    }
  }
  return came;
}

/** Puts the counts of a report onto the nodes and ways of a script. */
export function reportCounts(flow: CallFlow, { counts }: Pick<IvrReport, 'counts'>): ReportCounts {
  const drafts = new Map<NodeId, Draft>();
  const taken = new Map<FlowEdge, number>();
  const foreign: { node: string; exit: string; count: number }[] = [];
  const ambiguous: { node: NodeId; exit: string }[] = [];
  const unsure = new Set<FlowEdge>();
  const names = nodeNamesOf(flow);
  for (const { node, exit, count, seconds, place } of counts) {
    const name =
      place === undefined ? names.nodeOf(node) : nodeOfApplication(names, place, undefined);
    const id = nodeOf(flow, name ?? node)?.id;
    if (id === undefined) {
      foreign.push({ node, exit, count });
      continue;
    }
    const draft = drafts.get(id) ?? {
      ended: { ...noEndings },
      seconds: 0,
      timed: 0,
    };
    const word = bare(exit);
    const ending = otherWords.get(word) ?? word;
    const ways = waysBy(flow, id, exit);
    const [way] = ways;
    if (word === 'enter') draft.entered = plus(draft.entered, count);
    else if (word === 'start') draft.started = plus(draft.started, count);
    else if (word === 'last') draft.last = plus(draft.last, count);
    else if (way !== undefined) {
      taken.set(way, plus(taken.get(way), count));
      draft.left = plus(draft.left, count);
      if (count > 0 && ways.some(({ to }) => to !== way.to)) {
        ambiguous.push({ node: id, exit });
        for (const possible of ways) unsure.add(possible);
      }
    } else if (isEnding(ending)) {
      draft.ended[ending] += count;
      draft.left = plus(draft.left, count);
    } else {
      foreign.push({ node, exit, count });
      continue;
    }
    drafts.set(id, draft);
    if (seconds === undefined) continue;
    draft.seconds += seconds * count;
    draft.timed += count;
  }
  const came = inflows(flow, drafts, taken, unsure);
  const nodes = flow.nodes.flatMap(({ id }): readonly NodeCounts[] => {
    const draft = drafts.get(id);
    const inflow = came.get(id);
    if (draft === undefined && (inflow ?? 0) === 0) return [];
    const { entered, started, left, last, ended = noEndings, seconds = 0, timed = 0 } = draft ?? {};
    return [{ node: id, entered, started, left, last, ended, came: inflow, seconds, timed }];
  });
  return { nodes, taken, foreign: foreign.sort((a, b) => b.count - a.count), ambiguous };
}
