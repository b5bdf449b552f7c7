import type { CallFlow } from '../flow/call-flow.ts';
import { reachable } from '../flow/reach.ts';
import type { Directory, Queue } from '../routing/directory.ts';
import { listedNumber } from '../routing/drill-names.ts';
import { servingEntries } from '../routing/staffed-by.ts';
import type { CalendarId, QueueId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';

/** What callers of a script can meet of its directory, in the order in which the script names it. */
export interface MetNames {
  /** Queues that nodes lead to, and behind them those of their overflow chains. */
  readonly queues: readonly QueueId[];
  readonly calendars: readonly CalendarId[];
  /** Positions of the staffing entries whose people can take callers of these queues. */
  readonly entries: readonly number[];
  /** Calendars whose emergency switch the script asks for. */
  readonly switches: readonly CalendarId[];
}

export function queueOf(directory: Directory | undefined, id: QueueId): Queue | undefined {
  const queues = directory?.queues;
  return queues !== undefined && Object.hasOwn(queues, id) ? queues[id] : undefined;
}

/** The queues and calendars that are named by nodes that a call can come to. */
function namedByNodes(flow: CallFlow, directory: Directory | undefined) {
  const queues = new Set<QueueId>();
  const calendars = new Set<CalendarId>();
  const switches = new Set<CalendarId>();
  const reached = reachable(flow);
  for (const { id, node } of flow.nodes) {
    if (!reached.has(id)) continue;
    if (node.kind === 'queue' && !isUnknown(node.queue)) queues.add(node.queue);
    if (node.kind === 'transfer') {
      const name = listedNumber(directory, node);
      const calendar = name === undefined ? undefined : directory?.numbers[name]?.calendar;
      if (calendar !== undefined) calendars.add(calendar);
    }
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    const { on } = node;
    if ('queue-status' in on && !isUnknown(on['queue-status'])) queues.add(on['queue-status']);
    if ('calendar' in on && !isUnknown(on.calendar)) {
      calendars.add(on.calendar);
      if (node.cases.some(({ when }) => when === 'emergency')) switches.add(on.calendar);
    }
    if ('emergency' in on) {
      calendars.add(on.emergency);
      switches.add(on.emergency);
    }
  }
  return { queues, calendars, switches };
}

/** Everything of a directory that can make a difference to a caller of the script. */
export function metNames(flow: CallFlow, directory: Directory | undefined): MetNames {
  const { queues, calendars, switches } = namedByNodes(flow, directory);
  const entries = new Set<number>();
  // A set that grows while it is walked is a queue.
  for (const id of queues) {
    const queue = queueOf(directory, id);
    for (const { to } of queue?.overflow ?? []) queues.add(to);
    if (queue?.calendar !== undefined) calendars.add(queue.calendar);
    if (directory !== undefined)
      for (const entry of servingEntries(directory, id)) entries.add(entry);
  }
  return {
    queues: [...queues],
    calendars: [...calendars],
    entries: [...entries].sort((a, b) => a - b),
    switches: [...switches],
  };
}
