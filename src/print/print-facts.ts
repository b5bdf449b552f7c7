import type { Directory } from '../routing/directory.ts';
import type { BranchOn, ScriptNode } from '../script/script.ts';
import { formatDuration, isUnknown, type Unknown } from '../script/values.ts';
import type { Fact } from './printout.ts';

const nameOf = (value: string | number | Unknown): string =>
  isUnknown(value) ? `not known (${value.unknown})` : String(value);

/** What the directory calls a queue, with its name behind it. */
function queueTitle(queue: string | Unknown, directory: Directory | undefined): string {
  const queues: Readonly<Record<string, { readonly title?: string | undefined }>> =
    directory?.queues ?? {};
  const title =
    typeof queue === 'string' && Object.hasOwn(queues, queue) ? queues[queue]?.title : undefined;
  return title === undefined ? nameOf(queue) : `${title} (${nameOf(queue)})`;
}

function branchFact(on: BranchOn): Fact {
  if (on === 'language') return 'The system decides by the language of the call.';
  if (on === 'share') return 'The system sends a share of the calls each way.';
  if ('calendar' in on) return `The system decides by the hours of ${nameOf(on.calendar)}.`;
  if ('attribute' in on) return `The system decides by what it knows as ${on.attribute}.`;
  if ('emergency' in on) return `The system decides by the emergency switch of ${on.emergency}.`;
  if ('queue-status' in on)
    return `The system decides by the state of ${nameOf(on['queue-status'])}.`;
  if ('loop' in on) return `The call goes round here ${nameOf(on.loop)} times.`;
  return `The system decides by the result of ${on.result}.`;
}

function digitsFact({
  min,
  max,
  end,
}: {
  min?: number | undefined;
  max?: number | undefined;
  end?: string | undefined;
}): Fact {
  const count =
    max === undefined
      ? min === undefined
        ? 'digits'
        : `${min} digits or more`
      : min === undefined
        ? `up to ${max} digits`
        : min === max
          ? `${max} digits`
          : `${min} to ${max} digits`;
  return `Callers enter ${count}${end === undefined ? '' : `, and ${end} to end`}.`;
}

type QueueNode = Extract<ScriptNode, { readonly kind: 'queue' }>;

function queueFacts(
  { queue, priority, announce }: QueueNode,
  directory: Directory | undefined,
): readonly Fact[] {
  const offers = { callback: 'a callback', 'self-service': 'self-service', voicemail: 'voicemail' };
  const told = [
    ...(announce?.waitTime === true ? ['how long they will wait'] : []),
    ...(announce?.position === true ? ['their place in the queue'] : []),
  ];
  const every = announce?.every === undefined ? '' : `every ${formatDuration(announce.every)}`;
  return [
    `Callers wait for the people of ${queueTitle(queue, directory)}${priority === undefined ? '' : `, with priority ${priority}`}.`,
    ...(every === '' && told.length === 0
      ? []
      : [
          `While they wait they are told ${[told.length === 0 ? 'something' : told.join(' and '), every].filter((part) => part !== '').join(' ')}.`,
        ]),
    ...(announce?.offer === undefined ? [] : [`They are offered ${offers[announce.offer]}.`]),
  ];
}

function kindFacts(node: ScriptNode, directory: Directory | undefined): readonly Fact[] {
  switch (node.kind) {
    case 'announcement':
    case 'menu':
      return [];
    case 'collect':
      return [digitsFact(node.digits ?? {})];
    case 'branch':
      return [branchFact(node.on)];
    case 'task': {
      const time = node.duration === undefined ? '' : `, about ${formatDuration(node.duration)}`;
      const own = node.selfService === true ? 'Self-service' : 'The system works';
      return [`${own}: ${nameOf(node.task)}${time}.`];
    }
    case 'queue':
      return queueFacts(node, directory);
    case 'transfer': {
      const wait = node.wait === undefined ? '' : `, for ${formatDuration(node.wait)} at most`;
      return [`Callers are put through to ${nameOf(node.number)}${wait}.`];
    }
    case 'voicemail': {
      const most =
        node.maxLength === undefined ? '' : ` of up to ${formatDuration(node.maxLength)}`;
      return [`Callers leave a message${most}.`];
    }
    case 'callback':
      return [
        `Callers are called back${node.queue === undefined ? '' : ` by ${queueTitle(node.queue, directory)}`}.`,
      ];
    case 'subflow':
      return [`The call goes on in ${nameOf(node.script)}.`];
    case 'hangup':
      return ['The call ends.'];
    case 'opaque':
      return [`A block of ${node.vendor} (${node.type}) whose doing isn’t known.`];
  }
}

/** What a reader is told of a node besides what is said in it. */
export function printFacts(node: ScriptNode, directory: Directory | undefined): readonly Fact[] {
  const isQuiet = 'bargeIn' in node && node.bargeIn === false;
  return [
    ...kindFacts(node, directory),
    ...(isQuiet ? ['Callers can’t cut it short.'] : []),
    ...(node.note === undefined ? [] : [`Note: ${node.note}`]),
  ];
}
