import { fieldOf, type Extent, type Tree } from '../../source/tree.ts';
import type { Link } from '../exit-slot.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';

/** What a split compares, and with what. */
export interface Condition {
  /** `equal_to`, `less_than`, `regex`, … */
  readonly type: string;
  /** As it is written, blanks and all. */
  readonly value: string;
  /** The value that is tested, where the condition names one of its own. */
  readonly argument: string | undefined;
  readonly friendlyName: string | undefined;
  /** Where the value is written. */
  readonly at: Extent;
}

/** A way out of a widget. Without a target Studio ends the call there. */
export interface Transition {
  readonly event: string;
  readonly link: Link;
  readonly at: Extent;
  readonly conditions: readonly Condition[];
}

/** One block of a flow. */
export interface Widget {
  /** Its position in `states`. */
  readonly index: number;
  readonly name: string;
  /** The name that exports had for it before flows were linked by names: `FF` and 32 digits. */
  readonly sid: string | undefined;
  /** In today's words: older exports say `Gather` for `gather-input-on-call`. */
  readonly type: string;
  /** Where its name is written, or all of it where it has none. */
  readonly at: Extent;
  readonly properties: Tree | undefined;
  readonly transitions: readonly Transition[];
}

/** Types of the older export by those of today. */
const olderTypes: ReadonlyMap<string, string> = new Map([
  ['InitialState', 'trigger'],
  ['Gather', 'gather-input-on-call'],
  ['Branch', 'split-based-on'],
  ['SayPlay', 'say-play'],
  ['SetVariables', 'set-variables'],
  ['Webhook', 'make-http-request'],
  ['Function', 'run-function'],
  ['Message', 'send-message'],
  ['MessagePrompt', 'send-and-wait-for-reply'],
  ['ConnectCaller', 'connect-call-to'],
  ['ConnectCall', 'connect-call-to'],
  ['EnqueueCall', 'enqueue-call'],
  ['SendToFlex', 'send-to-flex'],
  ['RecordVoicemail', 'record-voicemail'],
  ['RecordCall', 'record-call'],
  ['OutgoingCall', 'make-outgoing-call-v2'],
  ['TwimlRedirect', 'add-twiml-redirect'],
  ['CapturePayments', 'capture-payments'],
  ['RunSubflow', 'run-subflow'],
]);

function conditionsIn(transition: Tree): readonly Condition[] {
  return itemsOf(below(transition, 'conditions')).flatMap((tree): readonly Condition[] => {
    if (tree.kind !== 'map') return [];
    const value = below(tree, 'value');
    const written = value?.kind === 'scalar' && value.value !== null ? String(value.value) : '';
    const [argument] = itemsOf(below(tree, 'arguments'));
    return [
      {
        type: textBelow(tree, 'type') ?? 'equal_to',
        value: written,
        argument:
          argument?.kind === 'scalar' && argument.value !== null
            ? String(argument.value)
            : undefined,
        friendlyName: textBelow(tree, 'friendly_name'),
        at: value?.kind === 'scalar' ? value : tree,
      },
    ];
  });
}

function transitionsIn(state: Tree): readonly Transition[] {
  return itemsOf(below(state, 'transitions')).flatMap((tree): readonly Transition[] => {
    if (tree.kind !== 'map') return [];
    const next = fieldOf(tree, 'next');
    const target = textBelow(tree, 'next') ?? '';
    const event = below(tree, 'event') ?? tree;
    return [
      {
        event: textBelow(tree, 'event') ?? '(no event)',
        link: { target, at: target === '' || next === undefined ? event : next.value },
        at: event,
        conditions: conditionsIn(tree),
      },
    ];
  });
}

/** The widgets of a flow, in their order. What is no object can be no widget and is left to the caller. */
export function widgetsIn(definition: Tree): readonly Widget[] {
  return itemsOf(below(definition, 'states')).flatMap((tree, index): readonly Widget[] => {
    if (tree.kind !== 'map') return [];
    const type = textBelow(tree, 'type') ?? '(no type)';
    const name = textBelow(tree, 'name');
    const sid = textBelow(tree, 'sid');
    return [
      {
        index,
        name: name ?? sid ?? '',
        sid,
        type: olderTypes.get(type) ?? type,
        at: (name === undefined ? undefined : below(tree, 'name')) ?? tree,
        properties: below(tree, 'properties'),
        transitions: transitionsIn(tree),
      },
    ];
  });
}

/** The transition of an event; where there are several, the first. */
export function transitionOf(widget: Widget, event: string): Transition | undefined {
  return widget.transitions.find((transition) => transition.event === event);
}

/** The way that an event takes. A transition that isn't written ends the call, as one without target. */
export function linkOf(widget: Widget, event: string): Link {
  return transitionOf(widget, event)?.link ?? { target: '', at: widget.at };
}
