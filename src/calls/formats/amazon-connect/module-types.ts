import type { CallEventName } from '../../call-event.ts';
import type { NodeKind } from '../../../script/vocabulary.ts';

/**
 * What a block of a flow log does, by the names that the log gives to types of blocks: those from
 * before the flow language of 2019. Used where the script doesn't know the block.
 */
const kinds: ReadonlyMap<string, NodeKind> = new Map<string, NodeKind>([
  ['PlayPrompt', 'announcement'],
  ['LoopPrompts', 'announcement'],
  ['GetUserInput', 'menu'],
  ['StoreUserInput', 'collect'],
  ['StoreCustomerInput', 'collect'],
  ['InvokeExternalResource', 'task'],
  ['InvokeLambdaFunction', 'task'],
  ['CreateCallback', 'callback'],
  ['CreateTask', 'task'],
  ['GetCustomerProfile', 'task'],
  ['InvokeFlowModule', 'subflow'],
  ['TransferToFlow', 'subflow'],
  ['TransferToQueue', 'queue'],
  ['Disconnect', 'hangup'],
]);

/** Blocks that last: their entry with a result is written when they end, not when they begin. */
const lasting: ReadonlySet<string> = new Set([
  ...['PlayPrompt', 'LoopPrompts', 'GetUserInput', 'StoreUserInput', 'StoreCustomerInput', 'Wait'],
  ...['InvokeExternalResource', 'InvokeLambdaFunction', 'InvokeFlowModule'],
]);

/** Blocks that hand the call to something that another log tells of, or none. */
const leading: ReadonlySet<string> = new Set(['Transfer', 'TransferToFlow', 'TransferToQueue']);

export const kindOfType = (type: string): NodeKind => kinds.get(type) ?? 'branch';
export const isLasting = (type: string): boolean => lasting.has(type);
export const leadsAway = (type: string): boolean => leading.has(type);

const failures = /error|fail|invalid|not ?done|exception|atcapacity|timed? ?out/i;

/** What the result of an input means. */
export function inputEvent(
  result: string,
): Extract<CallEventName, 'input' | 'noinput' | 'nomatch'> | undefined {
  const word = result.toLowerCase().replace(/[^a-z0-9*#]/g, '');
  if (word === 'timeout' || word === 'inputtimelimitexceeded') return 'noinput';
  if (word === 'nomatch' || word === 'nomatchingcondition') return 'nomatch';
  // The block itself failed: no caller did anything.
  if (failures.test(result) || word === 'nomatchingerror' || word === '') return undefined;
  return 'input';
}

/** What the result of a task means. */
export function taskEvent(result: string): Extract<CallEventName, 'success' | 'failure'> {
  return failures.test(result) || /^(?:false|nomatch)/i.test(result) ? 'failure' : 'success';
}
