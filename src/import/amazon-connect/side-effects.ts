import type { Action } from './action.ts';
import { isDynamic, nameInReference, hasExpression, type Reference } from './references.ts';
import { queueReference } from './target-queues.ts';
import { fieldsOf, below, textBelow } from '../tree-values.ts';

/** A flow that an action sets for an event of the call. */
export interface HookedFlow {
  readonly event: string;
  readonly flow: string;
}

/** The flows that an `UpdateContactEventHooks` sets, by their shown names where there are any. */
export function hookedFlows(action: Action): readonly HookedFlow[] {
  const hooks = fieldsOf(below(action.parameters, 'EventHooks'));
  return hooks.map(({ name: event, value }) => {
    const expression = value.kind === 'scalar' ? String(value.value ?? '') : '';
    const display = below(action.metadata, 'parameters', 'EventHooks', event);
    const shown = [
      textBelow(display, 'displayName'),
      hooks.length === 1 ? textBelow(below(action.metadata, 'contactFlow'), 'text') : undefined,
    ].find((name) => name !== undefined && !hasExpression(name));
    const named = isDynamic(expression) ? undefined : nameInReference(expression);
    return { event, flow: shown ?? named ?? (expression === '' ? 'no flow' : expression) };
  });
}

const named = (reference: Reference | undefined): string =>
  reference === undefined ? 'none' : (reference.name ?? reference.expression);

function listed(action: Action, field: string): string {
  const names = fieldsOf(below(action.parameters, field)).map(({ name }) => name);
  return names.length === 0 ? 'none' : names.join(', ');
}

/** The attributes that an action sets, those whose values are written in the flow. */
export function attributesSet({
  type,
  parameters,
}: Action): Readonly<Record<string, string>> | undefined {
  const own = type === 'UpdateContactAttributes';
  if (!own && type !== 'UpdateFlowAttributes') return undefined;
  const fields = fieldsOf(below(parameters, own ? 'Attributes' : 'FlowAttributes'));
  const set = fields.flatMap(({ name, value }): readonly [string, string][] => {
    const written = own ? value : below(value, 'Value');
    if (written?.kind !== 'scalar' || written.value === null) return [];
    const text = String(written.value);
    return hasExpression(text) ? [] : [[own ? name : `FlowAttributes.${name}`, text]];
  });
  return set.length === 0 ? undefined : Object.fromEntries(set);
}

const parameter = (field: string, what: string) => (action: Action) =>
  `${what}: ${textBelow(action.parameters, field) ?? 'none'}`;

function priorityOf({ parameters }: Action): string {
  const priority = textBelow(parameters, 'QueuePriority');
  const seconds = textBelow(parameters, 'QueueTimeAdjustmentSeconds');
  if (seconds !== undefined) return `move in the queue by ${seconds} s`;
  return `set priority: ${priority ?? 'none'}`;
}

/** What callers don't notice, and only the platform itself can fail at: its words by type. */
export const sideEffects: ReadonlyMap<string, (action: Action) => string> = new Map<
  string,
  (action: Action) => string
>([
  ['UpdateContactTargetQueue', (action) => `set queue: ${named(queueReference(action))}`],
  ['UpdateContactAttributes', (action) => `set attributes: ${listed(action, 'Attributes')}`],
  ['UpdateFlowAttributes', (action) => `set flow attributes: ${listed(action, 'FlowAttributes')}`],
  [
    'UpdateContactEventHooks',
    (action) =>
      `set flows for events: ${
        hookedFlows(action)
          .map(({ event, flow }) => `${event} = ${flow}`)
          .join(', ') || 'none'
      }`,
  ],
  ['UpdateContactRoutingBehavior', priorityOf],
  ['UpdateContactRoutingCriteria', () => 'set routing criteria'],
  ['UpdateContactRecordingBehavior', () => 'set call recording'],
  ['UpdateContactRecordingAndAnalyticsBehavior', () => 'set call recording'],
  ['UpdateContactMediaStreamingBehavior', parameter('MediaStreamingState', 'set media streaming')],
  ['UpdateContactMediaProcessing', () => 'set media processing'],
  ['UpdateFlowLoggingBehavior', parameter('FlowLoggingBehavior', 'set flow log')],
  ['UpdateContactTextToSpeechVoice', parameter('TextToSpeechVoice', 'set voice')],
  ['UpdateContactCallbackNumber', () => 'set callback number'],
  [
    'UpdateContactData',
    (action) =>
      `set contact data: ${fieldsOf(action.parameters)
        .map(({ name }) => name)
        .join(', ')}`,
  ],
  ['UpdatePreviousContactParticipantState', () => 'set state of the previous participant'],
  ['GetMetricData', (action) => `get metrics of queue: ${named(queueReference(action))}`],
  ['TagContact', (action) => `set tags: ${listed(action, 'Tags')}`],
  ['UnTagContact', () => 'remove tags'],
  ['CreateWisdomSession', () => 'start agent assistance'],
  ['CreatePersistentContactAssociation', () => 'connect with an earlier contact'],
  ['LoadContactContent', () => 'load content of the contact'],
  ['ResumeContact', () => 'take the caller off hold'],
  ['StartVoiceIdStream', () => 'start voice identification'],
  ['ShowView', () => 'show the agent a view'],
  ['UpdateRoutingCriteria', () => 'set routing criteria'],
  ['CompleteOutboundCall', () => 'complete the outbound call'],
]);

/** Look-ups and requests to other systems, which can fail on their own account: by type. */
export const requests: ReadonlyMap<string, string> = new Map([
  ['CreateTask', 'create a task'],
  ['CreateCase', 'create a case'],
  ['GetCase', 'look up a case'],
  ['UpdateCase', 'update a case'],
  ['CreateContact', 'create a contact'],
  ['StartOutboundEmailContact', 'send an e-mail'],
  ['StartOutboundChatContact', 'start a chat'],
  ['SendMessage', 'send a message'],
  ['RenderMessageTemplate', 'fill in a message template'],
  ['GetCustomerProfile', 'look up the customer profile'],
  ['GetCustomerProfileObject', 'look up the customer profile'],
  ['GetCalculatedAttributesForCustomerProfile', 'look up the customer profile'],
  ['CreateCustomerProfile', 'create a customer profile'],
  ['UpdateCustomerProfile', 'update the customer profile'],
  ['AssociateContactToCustomerProfile', 'connect with the customer profile'],
  ['AuthenticateParticipant', 'ask the customer to sign in'],
  ['EvaluateDataTableValues', 'look up a data table'],
  ['ListDataTableValues', 'look up a data table'],
  ['UpsertDataTableValues', 'write to a data table'],
]);
