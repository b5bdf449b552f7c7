import { nameFrom } from '../../script/names.ts';
import type { Action } from './action.ts';
import { comparisonOf } from './comparison.ts';
import { queueReference } from './target-queues.ts';
import { isUuid, referenceOf, type Reference } from './references.ts';
import { textBelow } from '../tree-values.ts';

const named = (prefix: string, reference: Reference | undefined, fallback: string): string =>
  reference?.name === undefined ? fallback : nameFrom(`${prefix}${reference.name}`, fallback);

function promptName(action: Action): string {
  const name = textBelow(action.metadata, 'promptName') ?? referenceOf(action, 'PromptId')?.name;
  return nameFrom((name ?? '').replace(/\.(wav|mp3|ulaw)$/i, ''), 'announcement');
}

/** What a block is called for what it does, by its type. */
const byType: ReadonlyMap<string, (action: Action) => string> = new Map<
  string,
  (action: Action) => string
>([
  ['MessageParticipant', promptName],
  ['MessageParticipantIteratively', () => 'prompt-loop'],
  ['ConnectParticipantWithLexBot', () => 'bot'],
  ['Compare', (action) => nameFrom(`check-${comparisonOf(action).subject}`, 'check')],
  [
    'CheckHoursOfOperation',
    (a) => named('hours-', referenceOf(a, 'HoursOfOperationId', 'Hours'), 'hours'),
  ],
  ['CheckMetricData', () => 'check-queue'],
  ['GetMetricData', () => 'queue-metrics'],
  ['InvokeLambdaFunction', (a) => named('', referenceOf(a, 'LambdaFunctionARN'), 'lambda')],
  ['UpdateContactTargetQueue', (a) => named('set-queue-', queueReference(a), 'set-queue')],
  ['UpdateContactAttributes', () => 'set-attributes'],
  ['UpdateContactEventHooks', () => 'set-event-flow'],
  ['UpdateFlowLoggingBehavior', () => 'set-logging'],
  ['UpdateContactRecordingBehavior', () => 'set-recording'],
  ['UpdateContactTextToSpeechVoice', () => 'set-voice'],
  ['UpdateContactRoutingBehavior', () => 'set-priority'],
  ['TransferContactToQueue', () => 'queue'],
  ['DequeueContactAndTransferToQueue', (a) => named('queue-', queueReference(a), 'queue')],
  ['TransferParticipantToThirdParty', () => 'transfer'],
  [
    'TransferToFlow',
    (a) => named('flow-', referenceOf(a, 'ContactFlowId', 'ContactFlow', 'contactFlow'), 'flow'),
  ],
  [
    'InvokeFlowModule',
    (a) => named('module-', referenceOf(a, 'FlowModuleId', 'contactFlowModule'), 'module'),
  ],
  ['CreateCallbackContact', () => 'callback'],
  ['DisconnectParticipant', () => 'disconnect'],
  ['EndFlowExecution', () => 'end-flow'],
  ['EndFlowModuleExecution', () => 'return'],
  ['DistributeByPercentage', () => 'share'],
]);

/**
 * A readable name for the node of an action: the author's own, else by what it does. Of an input
 * only its mapper knows whether it is a menu, so that is told.
 */
export function suggestName(action: Action, kindOfInput: 'menu' | 'input' | undefined): string {
  const own = isUuid(action.id) ? '' : nameFrom(action.id, '');
  if (own !== '') return own;
  if (kindOfInput !== undefined) return kindOfInput;
  return byType.get(action.type)?.(action) ?? nameFrom(action.type, 'block');
}
