import type { Link } from '../exit-slot.ts';
import type { Transition, Widget } from './widget.ts';

/** Events of a trigger that begin a call, or may: the first is what callers do. */
export const callEvents = ['incomingCall', 'incomingRequest', 'incomingParent'] as const;

/** Events after which there is no caller any more, or none who is heard by the flow. */
const afterCall: ReadonlyMap<string, readonly string[]> = new Map([
  ['connect-call-to', ['hangup']],
  ['record-voicemail', ['hangup']],
  ['capture-payments', ['hangup']],
  ['connect-virtual-agent', ['hangup']],
  ['enqueue-call', ['callComplete']],
  ['send-to-flex', ['callComplete']],
]);

/** True for a transition that no caller takes while the call is in the menu. */
export function isAfterCall({ type }: Widget, { event }: Transition): boolean {
  return afterCall.get(type)?.includes(event) === true;
}

/** True for a transition of a trigger that messages take, and no call. */
export function isForMessages({ type }: Widget, { event }: Transition): boolean {
  return type === 'trigger' && !(callEvents as readonly string[]).includes(event);
}

/** The widgets that can be reached from some, by the transitions that are followed. Linear. */
export function widgetsFrom(
  starts: readonly (Widget | undefined)[],
  widgetAt: (link: Link | undefined) => Widget | undefined,
  isFollowed: (widget: Widget, transition: Transition) => boolean,
): ReadonlySet<Widget> {
  const reached = new Set(starts.filter((widget) => widget !== undefined));
  for (const widget of reached) {
    for (const transition of widget.transitions) {
      const next = isFollowed(widget, transition) ? widgetAt(transition.link) : undefined;
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
}

const voiceTypes: ReadonlySet<string> = new Set([
  'say-play',
  'gather-input-on-call',
  'connect-call-to',
  'enqueue-call',
  'record-voicemail',
  'record-call',
  'capture-payments',
  'connect-virtual-agent',
  'fork-stream',
  'add-twiml-redirect',
  'make-outgoing-call',
  'make-outgoing-call-v2',
]);

/** True for a widget that only a call can use. */
export function isVoice({ type }: Widget): boolean {
  return voiceTypes.has(type);
}
