import { numberForm } from '../../script/phone-number.ts';
import type { Unknown } from '../../script/values.ts';
import { marksOf, type Draft } from '../draft.ts';
import { slotOf, type Slot } from '../exit-slot.ts';
import { below, numberBelow, scalarBelow, textBelow } from '../tree-values.ts';
import type { FlowContext, Mapper } from './flow-context.ts';
import { hasLiquid } from './liquid.ts';
import { wayOf } from './question.ts';
import { linkOf, type Widget } from './widget.ts';

function slotFor(
  widget: Widget,
  context: FlowContext,
  field: string,
  on: string,
  events: readonly string[],
): Slot {
  const ways = events.map((event) => wayOf(widget, event));
  return slotOf(context, context.idOf(widget), field, on, ways);
}

function numberOf(widget: Widget): string | Unknown {
  const noun = textBelow(widget.properties, 'noun') ?? 'number';
  const to = textBelow(widget.properties, noun === 'sip' ? 'sip_endpoint' : 'to');
  if (to === undefined) return { unknown: 'no number is set' };
  if (hasLiquid(to)) return { unknown: to };
  return numberForm(to) === 'unreadable' ? { unknown: `${noun} ${to}` } : to;
}

/**
 * `connect-call-to`: `callCompleted` comes when the conversation is over, and also when the number is
 * busy or nobody answers; a flow tells these apart by a split on `DialCallStatus`.
 * https://www.twilio.com/docs/studio/widget-library/connect-call
 */
export const mapConnect: Mapper = (widget, context) => {
  const both = linkOf(widget, 'callCompleted');
  const { completed: next, failed } = context.dialSplitOf(widget) ?? {
    completed: both,
    failed: both,
  };
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'transfer',
        origin: context.originOf(widget),
        number: numberOf(widget),
        wait: numberBelow(widget.properties, 'timeout'),
        to: next.target === '' ? undefined : context.to(next),
        failure: context.to(failed),
      },
      marks: marksOf([
        [
          ['number'],
          scalarBelow(widget.properties, 'to') ?? scalarBelow(widget.properties, 'sip_endpoint'),
        ],
        [['wait'], below(widget.properties, 'timeout')],
        [['to'], next.at],
        [['failure'], failed.at],
      ]),
    },
  ];
};

/** `enqueue-call` and `send-to-flex`: callers wait for a person. */
export const mapQueue: Mapper = (widget, context) => {
  const { properties } = widget;
  const reference = ['queue_name', 'workflow_sid', 'workflow'].find(
    (field) => scalarBelow(properties, field) !== undefined,
  );
  const written = reference === undefined ? undefined : textBelow(properties, reference);
  const priority = numberBelow(properties, 'priority');
  const error = slotFor(widget, context, 'error', 'what went wrong', [
    'failedToEnqueue',
    'callFailure',
  ]);
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'queue',
        queue: context.queueOf(written),
        priority: priority !== undefined && Number.isInteger(priority) ? priority : undefined,
        error: error.to,
      },
      marks: [
        ...marksOf([
          [['queue'], reference === undefined ? undefined : below(properties, reference)],
        ]),
        ...error.marks,
      ],
    },
    ...error.drafts,
  ];
};

/** `record-voicemail`; a way for callers who say nothing only where the flow has one. */
export const mapVoicemail: Mapper = (widget, context) => {
  const done = linkOf(widget, 'recordingComplete');
  const silent = linkOf(widget, 'noAudio');
  const isOneWay = silent.target === '' || silent.target === done.target;
  const events = isOneWay ? ['recordingComplete'] : ['recordingComplete', 'noAudio'];
  const to = slotFor(widget, context, 'to', `message of ${widget.name}`, events);
  const isEnd = isOneWay && done.target === '';
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'voicemail',
        maxLength: numberBelow(widget.properties, 'max_length'),
        to: isEnd ? undefined : to.to,
      },
      marks: [
        ...marksOf([[['maxLength'], below(widget.properties, 'max_length')]]),
        ...to.marks,
        ...marksOf([[['to'], isOneWay ? silent.at : undefined]]),
      ],
    },
    ...to.drafts,
  ];
};

/** `capture-payments`: callers key in their card or account, and Studio keeps it out of the flow. */
export const mapPayment: Mapper = (widget, context) => {
  const { properties } = widget;
  const next = linkOf(widget, 'success');
  const failed = linkOf(widget, 'maxFailedAttempts');
  const attempts = numberBelow(properties, 'max_attempts');
  const tries = attempts !== undefined && attempts >= 1 && attempts <= 20 ? attempts : 1;
  const error = slotFor(widget, context, 'error', 'what went wrong', [
    'payInterrupted',
    'providerError',
    'validationError',
  ]);
  const isAccount = textBelow(properties, 'payment_method')?.toUpperCase().startsWith('ACH');
  const retry = { attempts: Math.trunc(tries), to: context.to(failed) };
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'collect',
        sensitive: true,
        data: isAccount === true ? 'account' : 'card-number',
        to: context.to(next),
        noInput: { wait: numberBelow(properties, 'timeout'), ...retry },
        noMatch: retry,
        error: error.to,
      },
      marks: [
        ...marksOf([
          [['to'], next.at],
          [['noInput'], failed.at],
          [['noMatch'], failed.at],
        ]),
        ...error.marks,
      ],
    },
    ...error.drafts,
  ];
};

/** Ids and addresses say nothing of another script; any other text is its name. */
function scriptNamed(script: string | undefined): string | Unknown {
  if (script === undefined) return { unknown: 'none is chosen' };
  const isId = /^(?:[A-Z]{2}[0-9a-fA-FxX]{32}$|https?:)/.test(script);
  return isId || hasLiquid(script) ? { unknown: script } : script;
}

/** Another flow, a bot, or a document of TwiML that takes the call over and may give it back. */
export function mapElsewhere(parts: {
  readonly what: string;
  readonly fields: readonly string[];
  readonly back: string;
  readonly failures: readonly string[];
}): Mapper {
  return (widget, context): readonly Draft[] => {
    const field = parts.fields.find((name) => scalarBelow(widget.properties, name) !== undefined);
    const script = field === undefined ? undefined : textBelow(widget.properties, field);
    const next = linkOf(widget, parts.back);
    const error = slotFor(widget, context, 'error', 'what went wrong', parts.failures);
    return [
      {
        id: context.idOf(widget),
        node: {
          kind: 'subflow',
          title: parts.what,
          script: scriptNamed(script),
          to: next.target === '' ? undefined : context.to(next),
          error: error.to,
        },
        marks: [
          ...marksOf([
            [['script'], field === undefined ? undefined : below(widget.properties, field)],
            [['to'], next.at],
          ]),
          ...error.marks,
        ],
      },
      ...error.drafts,
    ];
  };
}
