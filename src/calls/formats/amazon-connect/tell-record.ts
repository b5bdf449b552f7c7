import type { CallEventName, ToldEvent } from '../../call-event.ts';
import { eventList } from '../event-list.ts';
import type { NodeNames } from '../node-names.ts';

/** What a contact record says. Moments in milliseconds since 1970, UTC. */
export interface ContactRecord {
  /** When it was written; the newest of a contact counts. */
  readonly updated: number;
  /** Whether a caller called; transfers and callbacks are contacts of their own. */
  readonly isInbound: boolean;
  /** The number that was dialled. */
  readonly number: string;
  readonly queue: { readonly name: string; readonly at: number | undefined } | undefined;
  readonly answeredAt: number | undefined;
  /** The end; why it ended isn't always told. */
  readonly ended: { readonly at: number; readonly reason: string | undefined } | undefined;
}

/** Where a contact was before its record goes on. */
export interface ComingFrom {
  readonly node: string;
  readonly at: number;
  /** Whether the wait in the queue is told already. */
  readonly isQueued: boolean;
  /** What the flow log makes of an end that it doesn't tell. */
  readonly ending?: CallEventName | undefined;
}

/** Tells what came behind the menus: the wait, the person, the end. */
export function tellRecord(
  call: string,
  { queue, answeredAt, ended }: ContactRecord,
  before: ComingFrom,
  names: NodeNames,
): readonly ToldEvent[] {
  const { events, add } = eventList(call);
  let { node } = before;
  if (queue !== undefined && !before.isQueued) {
    node = names.nodesOfQueue(queue.name)[0] ?? queue.name;
    const at = queue.at ?? before.at;
    const isUntimed = queue.at === undefined;
    add(at, 'enter', node, { isUntimed });
    add(at, 'queue', node, { value: queue.name, isUntimed });
  }
  const isWaiting = queue !== undefined || before.isQueued;
  if (answeredAt !== undefined) add(answeredAt, 'answer', node);
  if (ended === undefined) return events;
  if (ended.reason === undefined) {
    // Who left is known where nothing took the call on; else anybody may have.
    const isElsewhere = isWaiting || answeredAt !== undefined;
    add(ended.at, isElsewhere ? 'end' : (before.ending ?? 'end'), node);
    return events;
  }
  const isCaller = ended.reason === 'CUSTOMER_DISCONNECT' || ended.reason === '';
  if (isCaller) add(ended.at, isWaiting && answeredAt === undefined ? 'abandon' : 'hangup', node);
  else add(ended.at, 'disconnect', node);
  return events;
}
