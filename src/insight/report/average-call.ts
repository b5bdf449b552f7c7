import { edgesFrom, nodeOf, type CallFlow } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import { averageWalk, type ChainState } from '../absorbing-chain.ts';
import { tableOf } from '../table.ts';
import type { Answer } from './answer.ts';
import type { NodeCounts, ReportCounts } from './report-counts.ts';

/** Kinds of node at which a call is over for the menu. */
const finals: ReadonlySet<string> = new Set([
  'queue',
  'transfer',
  'voicemail',
  'callback',
  'hangup',
]);

/** What the exits of a node say of a call that is there; nothing where they aren't told. */
function stateOf(
  flow: CallFlow,
  id: NodeId,
  told: NodeCounts | undefined,
  { taken }: ReportCounts,
): ChainState<NodeId> | undefined {
  const edges = edgesFrom(flow, id);
  const left = told?.left ?? 0;
  if (told !== undefined && left > 0) {
    const ended = Object.entries(told.ended).filter(([, count]) => count > 0);
    return {
      state: id,
      on: edges.flatMap((edge) => {
        const count = taken.get(edge) ?? 0;
        return count === 0 ? [] : [{ to: edge.to, share: count / left }];
      }),
      out: ended.map(([end, count]) => ({ end: `${end} at ${id}`, share: count / left })),
    };
  }
  const kind = nodeOf(flow, id)?.kind ?? '';
  if (finals.has(kind)) return { state: id, on: [], out: [{ end: `reached ${id}`, share: 1 }] };
  const ways = edges.filter(({ trigger }) => trigger !== 'error');
  const [only] = ways;
  const isOnly = only !== undefined && ways.every(({ to }) => to === only.to);
  return isOnly ? { state: id, on: [{ to: only.to, share: 1 }], out: [] } : undefined;
}

/** The nodes that calls come to, each with what its exits say; or the first that isn't told. */
function chainFrom(
  flow: CallFlow,
  starts: Iterable<NodeId>,
  counts: ReportCounts,
): readonly ChainState<NodeId>[] | { readonly untold: NodeId } {
  const told = new Map(counts.nodes.map((one) => [one.node, one]));
  const states: ChainState<NodeId>[] = [];
  const reached = new Set(starts);
  for (const id of reached) {
    const state = stateOf(flow, id, told.get(id), counts);
    if (state === undefined) return { untold: id };
    states.push(state);
    for (const { to } of state.on) reached.add(to);
  }
  return states;
}

/** Where calls begin, as shares of all: by the report, else at the only entry. */
function startsOf(
  flow: CallFlow,
  { nodes }: ReportCounts,
): ReadonlyMap<NodeId, number> | undefined {
  const began = nodes.filter(({ started }) => (started ?? 0) > 0);
  const all = began.reduce((sum, { started = 0 }) => sum + started, 0);
  if (all > 0) return new Map(began.map(({ node, started = 0 }) => [node, started / all]));
  const entries = new Set(flow.entries.map(({ start }) => start));
  const [only] = entries;
  return only !== undefined && entries.size === 1 ? new Map([[only, 1]]) : undefined;
}

const about = {
  id: 'average-call',
  title: 'An average call',
  question:
    'How often does a call come to each node, how long does it take, and where does it end?',
  definition:
    'Calculated from the share of each exit among the visits that left its node: expected visits of a call × the mean seconds of a visit, where the report has them; and the share of calls by their end. It assumes that what callers do next depends only on where they are.',
  source: 'absorbing Markov chain (Kemeny & Snell 1960)',
} as const;

/** What a call does on average, by the exits alone. */
export const averageCall: Answer = ({ flow, counts }) => {
  const unknown = (why: string) => ({ insight: about, found: { tables: [], unknown: why } });
  const starts = startsOf(flow, counts);
  if (starts === undefined)
    return unknown("Calls may begin at several nodes, and the report doesn't count starts.");
  const chain = chainFrom(flow, starts.keys(), counts);
  if ('untold' in chain)
    return unknown(`The report doesn't say by which exits calls leave "${chain.untold}".`);
  const walk = averageWalk(chain, starts);
  if (walk === undefined) return unknown('With these exits, calls would go in circles forever.');
  const told = new Map(counts.nodes.map((one) => [one.node, one]));
  const rows = [...walk.visits].map(([node, visits]) => {
    const { seconds = 0, timed = 0 } = told.get(node) ?? {};
    const mean = timed === 0 ? undefined : seconds / timed;
    return { node, visits, seconds: mean === undefined ? undefined : visits * mean };
  });
  const timed = rows.filter(({ seconds }) => seconds !== undefined);
  const all = timed.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  return {
    insight: about,
    found: {
      tables: [
        tableOf(
          'nodes',
          'By node',
          { node: 'node', visits: ['visits of a call', 'number'], seconds: ['seconds', 'seconds'] },
          rows,
        ),
        tableOf(
          'ends',
          'How it ends',
          { end: 'end', share: ['of all calls', 'share'] },
          [...walk.ends]
            .map(([end, share]) => ({ end, share }))
            .sort((a, b) => b.share - a.share || (a.end < b.end ? -1 : 1)),
        ),
      ],
      notes:
        timed.length === 0
          ? []
          : [`The nodes with seconds in the report take ${all.toFixed(1)} s of a call.`],
    },
  };
};
