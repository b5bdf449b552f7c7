import type { Draft } from '../draft.ts';
import { isTrue, textBelow } from '../tree-values.ts';
import type { FlowContext, Mapper } from './flow-context.ts';
import { hasLiquid } from './liquid.ts';
import { mapGather } from './map-gather.ts';
import { mapOpaque } from './map-opaque.ts';
import { mapConnect, mapElsewhere, mapPayment, mapQueue, mapVoicemail } from './map-people.ts';
import { mapSay } from './map-say.ts';
import { mapSplit } from './map-split.ts';
import { mapTask, taskDrafts } from './map-task.ts';
import { variablesIn } from './retry-counter.ts';
import type { Widget } from './widget.ts';

/** `set-variables`: what is set to plain text is known from here on. */
function mapVariables(widget: Widget, context: FlowContext): readonly Draft[] {
  const variables = variablesIn(widget);
  const plain = variables
    .filter(({ key, value }) => !hasLiquid(value) && key !== '__proto__')
    .map(({ key, value }): [string, string] => [key, value.trim()]);
  return taskDrafts(widget, context, {
    task: `set variables: ${variables.map(({ key }) => key).join(', ') || 'none'}`,
    success: 'next',
    set: plain.length === 0 ? undefined : Object.fromEntries(plain),
  });
}

const placeCall = mapTask({ success: 'answered', failures: ['busy', 'noAnswer', 'failed'] });

const mappers: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['say-play', mapSay],
  ['gather-input-on-call', mapGather],
  ['split-based-on', mapSplit],
  ['set-variables', mapVariables],
  ['run-function', mapTask({ success: 'success', failures: ['fail'] })],
  ['make-http-request', mapTask({ success: 'success', failures: ['failed'] })],
  ['send-message', mapTask({ success: 'sent', failures: ['failed'] })],
  [
    'send-and-wait-for-reply',
    mapTask({ success: 'incomingMessage', failures: ['timeout', 'deliveryFailure'] }),
  ],
  ['connect-call-to', mapConnect],
  ['enqueue-call', mapQueue],
  ['send-to-flex', mapQueue],
  ['record-voicemail', mapVoicemail],
  [
    'record-call',
    mapTask({ success: 'success', failures: ['failed'] }, ({ properties }) =>
      isTrue(textBelow(properties, 'record_call')) ? 'start call recording' : 'stop call recording',
    ),
  ],
  ['capture-payments', mapPayment],
  [
    'fork-stream',
    mapTask(
      { success: 'next' },
      ({ properties }) => `${textBelow(properties, 'stream_action') ?? 'start'} the audio stream`,
    ),
  ],
  ['make-outgoing-call', placeCall],
  ['make-outgoing-call-v2', placeCall],
  [
    'run-subflow',
    mapElsewhere({
      what: 'Subflow',
      fields: ['flow_sid'],
      back: 'completed',
      failures: ['failed'],
    }),
  ],
  [
    'add-twiml-redirect',
    mapElsewhere({
      what: 'TwiML of another address',
      fields: ['url'],
      back: 'return',
      failures: ['timeout', 'fail'],
    }),
  ],
  [
    'connect-virtual-agent',
    mapElsewhere({
      what: 'Virtual agent',
      fields: ['connector'],
      back: 'return',
      failures: [],
    }),
  ],
  [
    'send-to-auto-pilot',
    mapElsewhere({
      what: 'Autopilot, which Twilio has retired',
      fields: ['autopilot_assistant_sid'],
      back: 'sessionEnded',
      failures: ['failure', 'timeout'],
    }),
  ],
]);

/** What a widget becomes. A type that Studio doesn't have stays opaque. */
export function mapWidget(widget: Widget, context: FlowContext): readonly Draft[] {
  const mapper = mappers.get(widget.type) ?? mapOpaque;
  return mapper(widget, context);
}
