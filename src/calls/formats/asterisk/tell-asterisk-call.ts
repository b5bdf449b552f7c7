import { eventList, type EventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';
import { placesOf } from './dialplan-places.ts';
import type { AsteriskFacts, ChannelFacts } from './facts.ts';
import { nodeOfApplication, queueIn } from './node-of-application.ts';
import { queueStays, type QueueStay } from './queue-stays.ts';

type Row = CallRow<AsteriskFacts>;
type ChannelRow = CallRow<ChannelFacts>;

const isOfChannel = (row: Row): row is ChannelRow => row.facts.from === 'channel';

/** What a call at a menu did, by the extension that the dialplan goes on with. */
function answered(extension: string): 'input' | 'noinput' | 'nomatch' | undefined {
  if (extension === 't') return 'noinput';
  if (extension === 'i') return 'nomatch';
  return /^[0-9*#]{1,20}$/.test(extension) ? 'input' : undefined;
}

/** Tells how a stay in a queue ended: of people and callers, the queue log knows best. */
function leaveQueue({ add }: EventList, node: string, { end, completed }: QueueStay): void {
  const isAnswered = end?.event === 'CONNECT' || completed !== undefined;
  if (isAnswered) add(end?.at ?? completed?.at ?? 0, 'answer', node);
  else if (end?.event === 'ABANDON') add(end.at, 'abandon', node);
  else if (end?.event === 'EXITWITHKEY') add(end.at, 'input', node);
  if (completed !== undefined)
    add(completed.at, completed.by === 'caller' ? 'hangup' : 'disconnect', node);
}

/** A call of which only the queue log tells: where it was before is not known. */
function tellStays(list: EventList, stays: readonly QueueStay[], names: NodeNames): void {
  for (const stay of stays) {
    const node = names.nodesOfQueue(stay.queue)[0] ?? stay.queue;
    list.add(stay.at, 'enter', node);
    list.add(stay.at, 'queue', node, { value: stay.queue });
    leaveQueue(list, node, stay);
  }
}

/** Follows the caller's channel through the dialplan. */
function tellWay(
  list: EventList,
  rows: readonly ChannelRow[],
  stays: readonly QueueStay[],
  names: NodeNames,
): void {
  const { events, add } = list;
  const { hasContext } = placesOf(names);
  const left = [...stays];
  let node: string | undefined;
  let [context, extension] = ['', ''];
  /** Applications of this visit, to tell that the call comes by again. */
  let passed = new Set<string>();
  let isHeard = false;
  let waiting: QueueStay | undefined;

  const leave = (): void => {
    if (waiting !== undefined && node !== undefined) leaveQueue(list, node, waiting);
    waiting = undefined;
  };
  const answer = (at: number, to: ChannelFacts): void => {
    if (node === undefined || to.context !== context || to.extension === extension) return;
    const kind = names.kindOf(node);
    const event = answered(to.extension);
    if (event === undefined || (kind !== undefined && kind !== 'menu')) return;
    add(at, event, node, { value: event === 'input' ? to.extension : '' });
    isHeard = true;
  };
  const arrive = (at: number, facts: ChannelFacts): void => {
    const next = nodeOfApplication(names, facts, node);
    const step = `${facts.context},${facts.extension},${facts.application},${facts.data}`;
    const isAgain = next === node && passed.has(step);
    // A menu that counts its tries itself says its prompt again without being entered again.
    const isRetry = isAgain && isHeard && next !== undefined && names.retries(next);
    if (next === undefined || (next === node && !isAgain) || isRetry) {
      if (isRetry) isHeard = false;
      passed.add(step);
      return;
    }
    leave();
    node = next;
    passed = new Set([step]);
    isHeard = false;
    add(at, 'enter', next);
    if (facts.application !== 'queue') return;
    const queue = queueIn(facts.data);
    const index = left.findIndex((stay) => stay.queue === queue);
    [waiting] = index < 0 ? [] : left.splice(index, 1);
    add(at, 'queue', next, { value: queue });
  };

  for (const { at, facts } of rows) {
    switch (facts.event) {
      case 'CHAN_START':
        if (events.length === 0) add(at, 'start', '', { value: facts.extension });
        break;
      case 'APP_START':
        // What Asterisk does behind a hang-up, and in contexts of its own, is no part of the way.
        if (facts.extension === 'h' || !hasContext(facts.context)) break;
        answer(at, facts);
        arrive(at, facts);
        ({ context, extension } = facts);
        break;
      case 'BRIDGE_ENTER':
        if (node === undefined || list.isClosed()) break;
        if (names.kindOf(node) === 'transfer' || facts.application === 'dial')
          add(at, 'transfer', node);
        else if (facts.application === 'queue' && waiting === undefined) add(at, 'answer', node);
        break;
      case 'HANGUP':
        leave();
        hangUp(list, at, facts, node, names);
        break;
    }
  }
  leave();
}

function hangUp(
  { events, add, isClosed }: EventList,
  at: number,
  { endedBy, application }: ChannelFacts,
  node = '',
  names: NodeNames,
): void {
  const last = events.at(-1)?.event;
  if (last === 'hangup' || last === 'disconnect' || last === 'abandon') return;
  const kind = names.kindOf(node) ?? (application === 'hangup' ? 'hangup' : undefined);
  const isCaller = endedBy === undefined ? kind !== 'hangup' : endedBy === 'caller';
  const isWaiting = kind === 'queue' || application === 'queue';
  if (!isClosed() && isWaiting && isCaller) add(at, 'abandon', node);
  else add(at, isCaller ? 'hangup' : 'disconnect', node);
}

/**
 * Tells a call by the channel event log, by the queue log, or by both: the first knows the way, the
 * second what came of waiting.
 */
export function tellAsteriskCall(rows: readonly Row[], { names }: Telling): ToldCall {
  const list = eventList(rows[0]?.call ?? '');
  const stays = queueStays(rows);
  const way = rows.filter(isOfChannel);
  if (way.length > 0) tellWay(list, way, stays, names);
  else tellStays(list, stays, names);
  list.endUntold(list.events.at(-1)?.node ?? '');
  return { events: list.events };
}
