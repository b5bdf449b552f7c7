import { isClosing, type CallEventName, type ToldEvent } from '../../call-event.ts';
import { untoldEnd } from '../close-call.ts';
import type { CallRow, Telling, ToldCall } from '../log-format.ts';

/** What the caller did when a menu was said once. */
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

/**
 * Tells what a conversation did in flows, by their execution data. Actions, menus and tasks find their
 * nodes by name. Decisions and settings that the script makes no node of are passed over.
 */
export function tellFlow(
  rows: readonly CallRow<GenesysFacts>[],
  { names, logEnd }: Telling,
): ToldCall {
  const events: ToldEvent[] = [];
  const call = rows[0]?.call ?? '';
  const first = rows[0]?.at ?? 0;
  let node: string | undefined;
  let lastAt = first;

  const add = (at: number, event: CallEventName, value = '', isUntimed = false): void => {
    const untimed = isUntimed ? ({ untimed: true } as const) : {};
    lastAt = Math.max(lastAt, at);
    events.push({
      call,
      at: lastAt,
      event,
      node: event === 'start' ? '' : (node ?? ''),
      value,
      ...untimed,
    });
  };
  const nodeFor = ({ name, ids, kind }: GenesysFacts): string | undefined => {
    for (const block of [name, ...ids]) {
      const known = block === '' ? undefined : names.nodeOf(block);
      if (known !== undefined) return known;
    }
    return noticed.test(kind) ? (name === '' ? kind : name) : undefined;
  };

  const answer = ({ turns, last }: GenesysFacts): void => {
    turns.forEach(({ at, key, spoke }, index) => {
      const isLast = index === turns.length - 1;
      const isUntimed = at === undefined;
      const moment = at ?? lastAt;
      if (key !== undefined || spoke) add(moment, 'input', key ?? '', isUntimed);
      const came = isLast ? last : key === undefined && !spoke ? 'noinput' : 'nomatch';
      if (came !== undefined) add(moment, came, '', isUntimed);
    });
  };
  const happen = (at: number, facts: GenesysFacts): void => {
    const { kind, path, queue } = facts;
    const known = node === undefined ? undefined : names.kindOf(node);
    if (kind === 'menuMenu') answer(facts);
    else if (/^(?:action|menu)TransferToAcd/.test(kind)) {
      if (!isFailure(path)) add(at, 'queue', queue);
    } else if (/^(?:action|menu)Disconnect/.test(kind)) add(at, 'disconnect');
    else if (/^(?:action|menu)Transfer(?:ToNumber|ToUser|User|ToGroup|Group|External)/.test(kind))
      add(at, isFailure(path) ? 'failure' : 'transfer');
    else if (known === 'collect' && isSuccess(path)) add(at, 'input');
    else if (known === 'task' && isFailure(path)) add(at, 'failure');
    else if (known === 'task' && isSuccess(path)) add(at, 'success');
  };

  add(first, 'start');
  let endAt: number | undefined;
  for (const { at, facts } of rows) {
    if (facts.kind === 'endedFlow') {
      endAt = at;
      continue;
    }
    if (facts.kind === 'startedFlow') continue;
    const next = nodeFor(facts);
    if (next === undefined) continue;
    node = next;
    add(at, 'enter');
    happen(at, facts);
  }
  const last = events.at(-1);
  const kind = node === undefined ? undefined : names.kindOf(node);
  const isHandedOn =
    kind === 'queue' || kind === 'subflow' || last?.event === 'queue' || node === undefined;
  if (endAt !== undefined && !isHandedOn && last !== undefined && !isClosing(last.event))
    add(endAt, 'hangup');
  events.push(...untoldEnd(events, { call, lastAt, logEnd, node, isHandedOn }));
  return { events };
}
