import type { Action } from './action.ts';
import type { Draft } from '../draft.ts';
import type { FlowContext, Mapper } from './flow-context.ts';
import { mapCompare, mapHours, mapLoop, mapMetric, mapShare, mapStatus } from './map-branch.ts';
import { mapDisconnect, mapFlowEnd, mapModuleEnd } from './map-end.ts';
import { mapModule, mapTransferToFlow } from './map-flow-reference.ts';
import { mapBot, mapInput } from './map-input.ts';
import { mapMessage, mapPromptLoop } from './map-message.ts';
import { mapOpaque } from './map-opaque.ts';
import { mapAgent, mapCallback, mapQueue } from './map-queue.ts';
import { mapTask, mapWait } from './map-task.ts';
import { mapTransfer } from './map-transfer.ts';
import { referenceOf } from './references.ts';
import { attributesSet, requests, sideEffects } from './side-effects.ts';

function mapLambda(action: Action, context: FlowContext): readonly Draft[] {
  const lambda = referenceOf(action, 'LambdaFunctionARN');
  const task = lambda?.name ?? { unknown: lambda?.expression ?? 'no function is chosen' };
  return mapTask(action, context, { task, errorField: 'failure' });
}

const mappers: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['MessageParticipant', mapMessage],
  ['MessageParticipantIteratively', mapPromptLoop],
  ['GetParticipantInput', mapInput],
  ['ConnectParticipantWithLexBot', mapBot],
  ['Compare', mapCompare],
  ['CheckHoursOfOperation', mapHours],
  ['CheckMetricData', mapMetric],
  ['DistributeByPercentage', mapShare],
  ['Loop', mapLoop],
  ['Wait', mapWait],
  ['CheckOutboundCallStatus', mapStatus('outbound call status')],
  ['CheckVoiceId', mapStatus('voice identification')],
  ['InvokeLambdaFunction', mapLambda],
  ['TransferContactToQueue', mapQueue],
  ['DequeueContactAndTransferToQueue', mapQueue],
  ['TransferContactToAgent', mapAgent],
  ['CreateCallbackContact', mapCallback],
  ['TransferParticipantToThirdParty', mapTransfer],
  ['TransferToFlow', mapTransferToFlow],
  ['InvokeFlowModule', mapModule],
  ['DisconnectParticipant', mapDisconnect],
  ['EndFlowExecution', mapFlowEnd],
  ['EndFlowModuleExecution', mapModuleEnd],
]);

/** What an action becomes. A type that the flow language doesn't have stays opaque. */
export function mapAction(action: Action, context: FlowContext): readonly Draft[] {
  const mapper = mappers.get(action.type);
  if (mapper !== undefined) return mapper(action, context);
  const effect = sideEffects.get(action.type);
  if (effect !== undefined) {
    return mapTask(action, context, { task: effect(action), set: attributesSet(action) });
  }
  const request = requests.get(action.type);
  return request === undefined
    ? mapOpaque(action, context)
    : mapTask(action, context, { task: request, errorField: 'failure' });
}
