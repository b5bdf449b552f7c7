import type { CallEventName } from '../calls/call-event.ts';
import type { NodeKind } from '../script/vocabulary.ts';

/** Can happen wherever a call is: callers hang up, systems fail, logs end. */
const always = ['enter', 'hangup', 'disconnect', 'end'] as const;
const heard = ['input', 'noinput', 'nomatch'] as const;
const worked = ['success', 'failure'] as const;
const people = ['queue', 'answer', 'transfer', 'abandon'] as const;

const possible: Readonly<Record<NodeKind, ReadonlySet<CallEventName>>> = {
  announcement: new Set(always),
  menu: new Set([...always, ...heard]),
  collect: new Set([...always, ...heard]),
  branch: new Set(always),
  // A task may ask for things, as when it takes a payment.
  task: new Set([...always, ...heard, ...worked]),
  queue: new Set([...always, ...heard, ...people]),
  transfer: new Set([...always, ...worked, ...people]),
  voicemail: new Set([...always, ...heard, ...worked]),
  callback: new Set([...always, ...heard, ...worked, ...people]),
  // What happens inside other scripts and vendors' blocks can't be known.
  subflow: new Set([...always, ...heard, ...worked, ...people]),
  opaque: new Set([...always, ...heard, ...worked, ...people]),
  hangup: new Set(always),
};

/** Whether an event of this name can happen while a call is at a node of this kind. */
export function isPossible(kind: NodeKind, event: CallEventName): boolean {
  return possible[kind].has(event);
}
