import { dwellTimes } from '../calls/dwell-times.ts';
import { nodeOf } from '../flow/call-flow.ts';
import { isUnknown } from '../script/values.ts';
import { answeredWithin, erlangA, offeredWork, peopleFor } from './erlang.ts';
import { defineInsight, type InsightInput } from './insight.ts';
import { tableOf } from './table.ts';

/** Eight calls of ten within twenty seconds: what most service levels ask for. */
const level = { share: 0.8, seconds: 20 } as const;
const hour = 3600;
/** Fewer calls in the busiest hour say nothing of how many people it takes. */
const fewestInHour = 10;
/** No queue has work for more people: beyond, the seconds of a conversation must be wrong. */
const mostWork = 10_000;

/** Waits of one queue, added up. Seconds. */
interface Waits {
  queue: string;
  times: number;
  left: number;
  seconds: number;
}

/** The waits of each queue of the script: how many, how many ended by the caller, how long in all. */
function waitsByQueue({ flow, log }: InsightInput): ReadonlyMap<string, Waits> {
  const queues = new Map<string, Waits>();
  for (const { node, from, to, ms, times } of dwellTimes(log.dwell)) {
    if (from !== 'queue') continue;
    const at = nodeOf(flow, node)?.node;
    if (at?.kind !== 'queue' || isUnknown(at.queue)) continue;
    const waits = queues.get(at.queue) ?? { queue: at.queue, times: 0, left: 0, seconds: 0 };
    queues.set(at.queue, waits);
    waits.times += times;
    if (to === 'abandon' || to === 'hangup') waits.left += times;
    waits.seconds += (ms / 1000) * times;
  }
  return queues;
}

/** How many people the busiest hour of each queue takes. */
export const peopleNeededInsight = defineInsight({
  id: 'people-needed',
  title: 'People needed in the busiest hour',
  question:
    'How many people does each queue need in its busiest hour, and what happens with one fewer?',
  definition:
    'Calls in the busiest hour: calls that began in the busiest hour of the log × the share of all calls that came to this queue. People: the smallest number that answers 80 % of these calls within 20 seconds if everybody waits (Erlang C). A conversation lasts as long as --agent-seconds says for the queue, else for other. Gives up: the share that gives up with this number of people, and with one fewer (Erlang A). Mean patience is all seconds waited ÷ callers who gave up. The model assumes that calls arrive at random, are of one kind, and are in balance within the hour.',
  source:
    'Erlang 1917; Palm 1957; Garnett, Mandelbaum & Reiman 2002; patience as in Brown et al. 2005',
  find(input) {
    const { log, agentSeconds = {} } = input;
    const given = new Map(Object.entries(agentSeconds));
    const busiest = log.hours.reduce((most, { calls }) => Math.max(most, calls), 0);
    const waits = [...waitsByQueue(input).values()];
    if (waits.length === 0)
      return { tables: [], unknown: 'The log has no queue event at a queue of the script.' };
    const withTime = waits.filter(({ queue }) => (given.get(queue) ?? given.get('other') ?? 0) > 0);
    if (withTime.length === 0)
      return {
        tables: [],
        unknown:
          "A log of menus doesn't show how long people talk. Give it with --agent-seconds other=240.",
      };
    const rows = withTime.map(({ queue, times, left, seconds }) => {
      const inHour = (busiest * times) / Math.max(1, log.calls);
      const service = given.get(queue) ?? given.get('other') ?? 0;
      const told = { queue, calls: inHour, service };
      const load = { arrivals: inHour / hour, service };
      if (inHour < fewestInHour || offeredWork(load) > mostWork) return told;
      const people = peopleFor(load, level);
      const patience = left === 0 ? undefined : seconds / left;
      const leaves = (count: number): number | undefined =>
        patience === undefined || count < 1
          ? undefined
          : erlangA({ ...load, people: count }, patience).abandons;
      return {
        ...{ ...told, people, patience },
        within: answeredWithin({ ...load, people }, level.seconds),
        left: leaves(people),
        leftWithFewer: leaves(people - 1),
      };
    });
    const columns = {
      queue: 'queue',
      calls: ['calls in the busiest hour', 'number'],
      service: ['a conversation', 'seconds'],
      people: ['people', 'count'],
      within: [`answered within ${level.seconds} s`, 'share'],
      patience: ['patience', 'seconds'],
      left: ['give up', 'share'],
      leftWithFewer: ['with one fewer', 'share'],
    } as const;
    const few = rows.filter((row) => !('people' in row)).length;
    const untold = waits.length - withTime.length;
    return {
      tables: [
        tableOf(
          'queues',
          'By queue',
          columns,
          [...rows].sort((a, b) => b.calls - a.calls || (a.queue < b.queue ? -1 : 1)),
        ),
      ],
      notes: [
        'These are forecasts of a model, not counts of the log.',
        ...(few > 0
          ? [
              `Queues with fewer than ${fewestInHour} calls in that hour, or with work for more than ${mostWork} people, have no number of people.`,
            ]
          : []),
        ...(untold > 0 ? ['Queues without --agent-seconds, and no "other", are left out.'] : []),
      ],
    };
  },
});
