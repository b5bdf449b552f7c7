import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { equals, type BlockKey } from './block.ts';
import { announce, announceFirst } from './prompts.ts';
import type { Writing } from './writing.ts';

export function writeAnnouncement(w: Writing, id: NodeId, node: NodeOfKind<'announcement'>): void {
  const prompts = node.say === undefined ? [] : [{ prompt: node.say, path: ['say'] }];
  announce(w, id, id, prompts, w.to(node.to), w.to(node.error));
}

/** The first block of a node that may say something before it does what it is for. */
function afterSaying(
  w: Writing,
  id: NodeId,
  { say }: { readonly say?: NodeOfKind<'task'>['say'] | undefined },
): BlockKey {
  if (say === undefined) return id;
  const key = `${id}/then`;
  announceFirst(w, id, id, say, ['say'], key);
  return key;
}

/** Where a failure leads: to the exit for it, else to that for errors, else nowhere. */
const failureOf = (
  w: Writing,
  {
    failure,
    error,
  }: { readonly failure?: NodeId | undefined; readonly error?: NodeId | undefined },
): BlockKey => w.to(failure ?? error);

/** A task is a Lambda function; it may take 8 seconds, and no more. */
export function writeTask(w: Writing, id: NodeId, node: NodeOfKind<'task'>): void {
  const { task, set } = node;
  const key = afterSaying(w, id, node);
  const failed = failureOf(w, node);
  const done = set === undefined ? w.to(node.success) : `${id}/set`;
  w.add({
    key,
    type: 'InvokeLambdaFunction',
    parameters: {
      LambdaFunctionARN: isUnknown(task) ? task.unknown : w.nameOf('tasks', task, id, ['task']),
      InvocationTimeLimitSeconds: '8',
      ResponseValidation: { ResponseType: 'STRING_MAP' },
    },
    ...(isUnknown(task) ? {} : { shown: { LambdaFunctionARN: task } }),
    next: done,
    errors: [['NoMatchingError', failed]],
  });
  if (set === undefined) return;
  w.add({
    key: done,
    type: 'UpdateContactAttributes',
    parameters: { Attributes: set, TargetContact: 'Current' },
    next: w.to(node.success),
    errors: [['NoMatchingError', w.to(node.success)]],
  });
}

function tellOfWaiting(w: Writing, id: NodeId, { announce: heard, overflow }: NodeOfKind<'queue'>) {
  if (heard !== undefined) {
    const message = `What callers hear while they wait in "${id}" comes from a customer queue flow, which the script doesn't contain.`;
    const help = 'Build a customer queue flow, and set it before the transfer to the queue.';
    w.tell('not-exported', id, ['announce'], message, help);
  }
  if (overflow?.after !== undefined) {
    const message = `In Amazon Connect callers leave "${id}" when it is full, not when they have waited for ${overflow.after} s.`;
    const help = 'Limit the contacts of the queue, or move them on in a customer queue flow.';
    w.tell('exported-otherwise', id, ['overflow', 'after'], message, help);
  }
}

/** A queue is set, its hours are asked where callers who come too late have a way, then they wait. */
export function writeQueue(w: Writing, id: NodeId, node: NodeOfKind<'queue'>): void {
  const { queue, priority, closed } = node;
  tellOfWaiting(w, id, node);
  const key = afterSaying(w, id, node);
  const error = w.to(node.error);
  const wait = `${id}/wait`;
  const ask = `${id}/hours`;
  const first = `${id}/priority`;
  const set = closed === undefined ? wait : ask;
  if (isUnknown(queue)) {
    const message = `Which queue "${id}" means isn't known (${queue.unknown}).`;
    w.tell('not-exported', id, ['queue'], message, 'Write the queue into the script.');
  }
  w.add({
    key,
    type: 'UpdateContactTargetQueue',
    parameters: isUnknown(queue) ? {} : { QueueId: w.nameOf('queues', queue, id, ['queue']) },
    ...(isUnknown(queue) ? {} : { shown: { QueueId: queue } }),
    next: priority === undefined ? set : first,
    errors: [['NoMatchingError', error]],
  });
  if (priority !== undefined) {
    w.add({
      key: first,
      type: 'UpdateContactRoutingBehavior',
      // Here a higher number comes first, there a lower one.
      parameters: { QueuePriority: String(Math.max(1, 6 - priority)) },
      next: set,
    });
  }
  if (closed !== undefined) {
    w.add({
      key: ask,
      type: 'CheckHoursOfOperation',
      parameters: {},
      next: wait,
      conditions: [equals('True', wait), equals('False', w.to(closed.to))],
      errors: [['NoMatchingError', error]],
    });
  }
  w.add({
    key: wait,
    type: 'TransferContactToQueue',
    parameters: {},
    next: error,
    errors: [
      ['QueueAtCapacity', w.to(node.overflow?.to)],
      ['NoMatchingError', error],
    ],
  });
}

/** An outside number; it rings for 30 seconds where the script doesn't say. */
export function writeTransfer(w: Writing, id: NodeId, node: NodeOfKind<'transfer'>): void {
  const { number, wait, to } = node;
  const failed = failureOf(w, node);
  w.add({
    key: afterSaying(w, id, node),
    type: 'TransferParticipantToThirdParty',
    parameters: {
      ThirdPartyPhoneNumber: isUnknown(number)
        ? number.unknown
        : w.nameOf('numbers', number, id, ['number']),
      ThirdPartyConnectionTimeLimitSeconds: String(Math.max(1, Math.round(wait ?? 30))),
      ContinueFlowExecution: to === undefined ? 'False' : 'True',
    },
    next: w.to(to),
    errors: [
      ['CallFailed', failed],
      ['ConnectionTimeLimitExceeded', failed],
      ['NoMatchingError', w.to(node.error ?? node.failure)],
    ],
  });
}

/** A callback to the number that the caller calls from. */
export function writeCallback(w: Writing, id: NodeId, node: NodeOfKind<'callback'>): void {
  const { queue } = node;
  const isNamed = queue !== undefined && !isUnknown(queue);
  w.add({
    key: afterSaying(w, id, node),
    type: 'CreateCallbackContact',
    parameters: {
      ...(isNamed ? { QueueId: w.nameOf('queues', queue, id, ['queue']) } : {}),
      InitialCallDelaySeconds: '5',
      MaximumConnectionAttempts: '3',
      RetryDelaySeconds: '600',
    },
    ...(isNamed ? { shown: { QueueId: queue } } : {}),
    next: w.to(node.to),
    errors: [['NoMatchingError', failureOf(w, node)]],
  });
}

/** Nothing records messages: callers hear what is said, and go on. */
export function writeVoicemail(w: Writing, id: NodeId, node: NodeOfKind<'voicemail'>): void {
  const message = `Amazon Connect has no block that takes a message: callers of "${id}" can't leave one.`;
  const help = 'Build voicemail from its solution for that, or offer a callback.';
  w.tell('not-exported', id, [], message, help);
  const prompts = node.say === undefined ? [] : [{ prompt: node.say, path: ['say'] }];
  announce(w, id, id, prompts, w.to(node.to), w.to(node.error));
}

/** Another script: a module where the call comes back, else a flow that it stays in. */
export function writeSubflow(w: Writing, id: NodeId, node: NodeOfKind<'subflow'>): void {
  const { script, to } = node;
  const error = w.to(node.error);
  if (isUnknown(script) && !script.unknown.startsWith('$.')) {
    w.add({ key: id, type: 'EndFlowExecution', parameters: {} });
    const message = `Which flow "${id}" means isn't known (${script.unknown}), so the flow ends there.`;
    w.tell('not-exported', id, ['script'], message, 'Write the script that calls go on in.');
    return;
  }
  const flow = isUnknown(script) ? script.unknown : w.nameOf('scripts', script, id, ['script']);
  const field = to === undefined ? 'ContactFlowId' : 'FlowModuleId';
  w.add({
    key: id,
    type: to === undefined ? 'TransferToFlow' : 'InvokeFlowModule',
    parameters: { [field]: flow },
    ...(isUnknown(script) ? {} : { shown: { [field]: script } }),
    next: to === undefined ? error : w.to(to),
    errors: [['NoMatchingError', error]],
  });
}

export function writeHangup(w: Writing, id: NodeId, node: NodeOfKind<'hangup'>): void {
  w.add({ key: afterSaying(w, id, node), type: 'DisconnectParticipant', parameters: {} });
}
