import { isClosing, type CallEventName } from '../../call-event.ts';
import type { NodeKind } from '../../../script/vocabulary.ts';
import type { EventList } from '../event-list.ts';
import type { NodeNames } from '../node-names.ts';

/** A transition: an event leads from one widget to another. */
export interface StudioStep {
  readonly is: 'step';
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly event: string;
  /** What the widget that was left knew, where the step has its context. */
  readonly digits: string | undefined;
  readonly dialled: string | undefined;
}

/** An execution that is being told. */
export interface TellingExecution {
  readonly list: EventList;
  readonly names: NodeNames;
  /** Where the call is, as far as is known. */
  node: string | undefined;
  /** Whether its flow is over. */
  isOver: boolean;
}

/** What an import calls the node where Studio ends calls. */
const callEnds = 'call-ends';

/** What the events of widgets mean where nothing else has to be known. */
const plainEvents: ReadonlyMap<string, CallEventName> = new Map<string, CallEventName>([
  ['timeout', 'noinput'],
  ['noKeypress', 'noinput'],
  ['speech', 'input'],
  ['hangup', 'hangup'],
  ['success', 'success'],
  ['fail', 'failure'],
  ['failed', 'failure'],
  ['recordingComplete', 'success'],
  ['noAudio', 'failure'],
]);

/** Results that only nodes which do something have; elsewhere they are steps of Studio's own. */
const results: ReadonlySet<CallEventName> = new Set(['success', 'failure']);

/** Kinds of nodes that have such results, where the script knows the kind. */
const doing: ReadonlySet<NodeKind | undefined> = new Set([
  ...(['task', 'voicemail', 'callback', 'transfer', undefined] as const),
]);

const add = (
  { list, node = '' }: TellingExecution,
  at: number,
  event: CallEventName,
  value = '',
): void => {
  list.add(at, event, node, { value });
};

export const kindHere = ({ names, node }: TellingExecution): NodeKind | undefined =>
  node === undefined ? undefined : names.kindOf(node);

/** Tells what happened where the call was. */
export function tellLeaving(
  call: TellingExecution,
  at: number,
  { event, digits, dialled }: StudioStep,
): void {
  const kind = kindHere(call);
  if (event === 'keypress')
    add(call, at, 'input', kind === 'menu' || kind === undefined ? (digits ?? '') : '');
  else if (event === 'noMatch' && kind === 'menu') add(call, at, 'nomatch');
  else if (event === 'callCompleted') {
    const isReached = dialled === undefined || dialled === 'completed' || dialled === 'answered';
    add(call, at, isReached ? 'transfer' : 'failure');
  } else {
    const plain = plainEvents.get(event);
    if (plain !== undefined && (!results.has(plain) || doing.has(kind))) add(call, at, plain);
  }
}

/** Tells that the call came to a widget. */
export function tellArrival(call: TellingExecution, at: number, widget: string): void {
  const { names } = call;
  const next = names.nodeOf(widget) ?? widget;
  // Splits and counters behind a question are part of its node.
  if (next === call.node && !names.beginsWith(next, widget)) return;
  call.node = next;
  add(call, at, 'enter');
  const kind = names.kindOf(next);
  if (kind === 'queue') add(call, at, 'queue');
  if (kind === 'hangup') add(call, at, 'disconnect');
}

/** Tells the end of an execution whose flow is over, unless something has told it. */
export function tellEnd(call: TellingExecution, at: number): void {
  const { list, names } = call;
  const last = list.events.at(-1);
  if (last === undefined || isClosing(last.event)) return;
  const kind = kindHere(call);
  const isHandedOn = kind === 'queue' || kind === 'subflow';
  const isLeft = kind === 'transfer' || kind === 'voicemail';
  if (!isHandedOn && !isLeft && names.kindOf(callEnds) === 'hangup') {
    call.node = callEnds;
    add(call, at, 'enter');
  }
  add(call, at, isHandedOn ? 'end' : 'disconnect');
}
