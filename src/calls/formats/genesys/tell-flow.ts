import { isClosing } from '../../call-event.ts';
import { untoldEnd } from '../close-call.ts';
import { eventList, type EventList } from '../event-list.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';
import type { NodeNames } from '../node-names.ts';

/** What the caller did at one hearing of a menu. */
export interface MenuTurn {
  readonly at: number | undefined;
  readonly key: string | undefined;
  readonly spoke: boolean;
}

/** What is kept of an item of execution data. */
export interface GenesysFacts {
  readonly kind: string;
  /** The name of the action, the menu or the task. */
  readonly name: string;
  /** Its ids, for scripts whose nodes know them as their origin. */
  readonly ids: readonly string[];
  /** The output that the flow went on by. */
  readonly path: string;
  readonly queue: string;
  readonly turns: readonly MenuTurn[];
  /** What the last turn of a menu came to. */
  readonly last: 'noinput' | 'nomatch' | undefined;
}

/** Kinds of items that callers notice: they are told where the script lacks them, too. */
const noticed =
  /^(?:menuMenu|action(?:PlayAudio|CollectInput|Transfer|Disconnect|CallData|CallBridge))/;

const isFailure = (path: string): boolean => /fail|time_?out|not_?found|error/i.test(path);
const isSuccess = (path: string): boolean => /success|found/i.test(path) && !isFailure(path);

/** The node of an item; nothing for decisions and settings that the script makes no node of. */
function nodeFor({ name, ids, kind }: GenesysFacts, names: NodeNames): string | undefined {
  for (const block of [name, ...ids]) {
    const known = block === '' ? undefined : names.nodeOf(block);
    if (known !== undefined) return known;
  }
  return noticed.test(kind) ? (name === '' ? kind : name) : undefined;
}

/** Tells what the caller did each time that a menu was said. */
function tellTurns({ events, add }: EventList, node: string, { turns, last }: GenesysFacts): void {
  turns.forEach(({ at, key, spoke }, index) => {
    const isLast = index === turns.length - 1;
    const isUntimed = at === undefined;
    const moment = at ?? events.at(-1)?.at ?? 0;
    const isInput = key !== undefined || spoke;
    if (isInput) add(moment, 'input', node, { value: key ?? '', isUntimed });
    const came = isLast ? last : isInput ? 'nomatch' : 'noinput';
    if (came !== undefined) add(moment, came, node, { isUntimed });
  });
}

/** Tells what an item says of the node where the conversation is. */
function tellItem(
  list: EventList,
  node: string,
  { at, facts }: CallRow<GenesysFacts>,
  names: NodeNames,
): void {
  const { kind, path, queue } = facts;
  const known = names.kindOf(node);
  if (kind === 'menuMenu') tellTurns(list, node, facts);
  else if (/^(?:action|menu)TransferToAcd/.test(kind)) {
    if (!isFailure(path)) list.add(at, 'queue', node, { value: queue });
  } else if (/^(?:action|menu)Disconnect/.test(kind)) list.add(at, 'disconnect', node);
  else if (/^(?:action|menu)Transfer(?:ToNumber|ToUser|User|ToGroup|Group|External)/.test(kind))
    list.add(at, isFailure(path) ? 'failure' : 'transfer', node);
  else if (known === 'collect' && isSuccess(path)) list.add(at, 'input', node);
  else if (known === 'task' && isFailure(path)) list.add(at, 'failure', node);
  else if (known === 'task' && isSuccess(path)) list.add(at, 'success', node);
}

/**
 * Tells what a conversation did in flows, by their execution data. Actions, menus and tasks find their
 * nodes by name.
 */
export function tellFlow(
  rows: readonly CallRow<GenesysFacts>[],
  { names, logEnd }: Telling,
): ToldCall {
  const [first] = rows;
  if (first === undefined) return { events: [] };
  const list = eventList(first.call);
  let node: string | undefined;
  let endAt: number | undefined;

  list.add(first.at, 'start', '');
  for (const row of rows) {
    const { at, facts } = row;
    if (facts.kind === 'endedFlow') endAt = at;
    if (facts.kind === 'endedFlow' || facts.kind === 'startedFlow') continue;
    const next = nodeFor(facts, names);
    if (next === undefined) continue;
    node = next;
    list.add(at, 'enter', node);
    tellItem(list, node, row, names);
  }
  const last = list.events.at(-1);
  const kind = node === undefined ? undefined : names.kindOf(node);
  const isHandedOn =
    kind === 'queue' || kind === 'subflow' || last?.event === 'queue' || node === undefined;
  if (endAt !== undefined && !isHandedOn && last !== undefined && !isClosing(last.event))
    list.add(endAt, 'hangup', node ?? '');
  const lastAt = list.events.at(-1)?.at ?? first.at;
  const end = untoldEnd(list.events, { call: first.call, lastAt, logEnd, node, isHandedOn });
  return { events: [...list.events, ...end] };
}
