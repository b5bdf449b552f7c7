import type { PathStep } from '../calls/variant.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** What people did with calls behind their first answer. */
export type PassedOn = 'queue' | 'transfer' | 'answer';

/** The queues that calls waited in, one after the other, as `cards › general`. */
export interface Chain {
  readonly chain: string;
  readonly calls: number;
  readonly answered: Rate;
}

export interface Transfers {
  /** Calls that people answered. */
  readonly answered: number;
  /** Those of them that were queued, transferred or answered again behind that. */
  readonly passedOn: Rate;
  /** Whether the log tells anything of calls behind an answer; else nothing is known of it. */
  readonly isTold: boolean;
  /** By the node where the call was answered. */
  readonly nodes: readonly { readonly node: NodeId; readonly passedOn: Rate }[];
  /** Calls that waited in more than one queue, of the calls that waited at all. */
  readonly severalQueues: Rate;
  /** Most calls first. */
  readonly chains: readonly Chain[];
}

const again: ReadonlySet<string> = new Set<PassedOn>(['queue', 'transfer', 'answer']);

/** Whether a call was passed on behind its first answer; nothing where nobody answered. */
export function wasPassedOn(steps: readonly PathStep[]): boolean | undefined {
  const answer = steps.findIndex(({ event }) => event === 'answer');
  if (answer < 0) return undefined;
  return steps.slice(answer + 1).some(({ event }) => again.has(event));
}

/** The queues of a path in the order in which the call waited in them, each once in a row. */
function queuesOf({ steps }: ReplayedPath): readonly string[] {
  const names: string[] = [];
  for (const { event, node, value } of steps) {
    if (event !== 'queue') continue;
    const name = value === '' ? node : value;
    if (names.at(-1) !== name) names.push(name);
  }
  return names;
}

/** Counts calls that people passed on, and calls that waited in queue after queue. */
export function transfersOf(flow: CallFlow, { paths }: Pick<Replay, 'paths'>): Transfers {
  const byNode = new Map<NodeId, { answered: number; passedOn: number }>();
  const chains = new Map<string, { calls: number; answered: number }>();
  let [answered, passedOn, waited, several] = [0, 0, 0, 0];
  for (const path of paths) {
    const { steps, calls, lastNode } = path;
    const wasPassed = wasPassedOn(steps);
    if (wasPassed !== undefined) {
      answered += calls;
      if (wasPassed) passedOn += calls;
      if (lastNode !== undefined) {
        const count = byNode.get(lastNode) ?? { answered: 0, passedOn: 0 };
        byNode.set(lastNode, count);
        count.answered += calls;
        if (wasPassed) count.passedOn += calls;
      }
    }
    const queues = queuesOf(path);
    if (queues.length === 0) continue;
    waited += calls;
    if (queues.length === 1) continue;
    several += calls;
    const chain = queues.join(' › ');
    const count = chains.get(chain) ?? { calls: 0, answered: 0 };
    chains.set(chain, count);
    count.calls += calls;
    if (wasPassed !== undefined) count.answered += calls;
  }
  return {
    answered,
    passedOn: rateOf(passedOn, answered),
    isTold: passedOn > 0,
    nodes: flow.nodes.flatMap(({ id }) => {
      const count = byNode.get(id);
      return count === undefined
        ? []
        : [{ node: id, passedOn: rateOf(count.passedOn, count.answered) }];
    }),
    severalQueues: rateOf(several, waited),
    chains: [...chains]
      .sort(([a, one], [b, other]) => other.calls - one.calls || (a < b ? -1 : 1))
      .map(([chain, { calls, answered: got }]) => ({ chain, calls, answered: rateOf(got, calls) })),
  };
}

/** Calls that came to the wrong people, as far as a log can tell. */
export const transfersInsight = defineInsight({
  id: 'transfers',
  title: 'Transfers and chains of queues',
  question: 'How many calls do people pass on after answering, or go from queue to queue?',
  definition:
    "Passed on: calls with another queue, answer or transfer after their first answer, out of the calls that were answered. A log of the menu can't come closer to a misroute than this. Chains: calls that waited in more than one queue, out of the calls that waited.",
  source:
    'a true misroute needs the reason that the person noted (US patent 6,879,685); a transfer is its proxy',
  find({ flow, replay }) {
    const { answered, passedOn, isTold, nodes, severalQueues, chains } = transfersOf(flow, replay);
    const all = [
      ...(isTold ? [{ what: 'passed on, of the calls answered', rate: passedOn }] : []),
      { what: 'in several queues, of the calls that waited', rate: severalQueues },
    ];
    const columns = { what: 'what', rate: ['calls', 'rate'] } as const;
    return {
      tables: [
        tableOf('calls', 'In a call', columns, all),
        tableOf(
          'nodes',
          'By the node where they were answered',
          { node: 'node', passedOn: ['passed on', 'rate'] },
          isTold ? nodes : [],
        ),
        tableOf(
          'chains',
          'From queue to queue',
          { chain: 'queues', calls: ['calls', 'count'], answered: ['answered', 'rate'] },
          chains.slice(0, 20),
        ),
      ],
      notes:
        isTold || answered === 0
          ? []
          : [
              "The log doesn't show what happened after a call was answered, so it is unknown whether people passed it on.",
            ],
    };
  },
});
