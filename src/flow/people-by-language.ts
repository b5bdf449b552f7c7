import { isSameLanguage } from '../prompt/same-language.ts';
import type { Directory, Queue } from '../routing/directory.ts';
import type { NodeId, QueueId } from '../script/names.ts';
import { isUnknown, type Language } from '../script/values.ts';
import { type CallFlow, type FlowNode, nodeAt } from './call-flow.ts';
import { callLanguages, waysInLanguage } from './call-languages.ts';

/** A queue that callers of a language come to. */
export interface StaffedQueue {
  readonly node: NodeId;
  readonly queue: string;
  /** Whether its people speak the language; true where the directory doesn't say. */
  readonly speaks: boolean;
  readonly spoken: readonly Language[];
}

/** The languages of a queue and of those that take over from it; nothing where one isn't known. */
function spokenAt(directory: Directory, name: string): readonly Language[] | undefined {
  const queueOf = (queue: string): Queue | undefined =>
    Object.hasOwn(directory.queues, queue) ? directory.queues[queue as QueueId] : undefined;
  const names = [name, ...(queueOf(name)?.overflow ?? []).map(({ to }) => to)];
  const spoken = names.map((one) => queueOf(one)?.languages ?? []);
  return spoken.some((languages) => languages.length === 0) ? undefined : spoken.flat();
}

function queueAt(
  directory: Directory,
  { id, node }: FlowNode,
  language: Language,
): StaffedQueue | undefined {
  if ((node.kind !== 'queue' && node.kind !== 'callback') || node.queue === undefined) {
    return undefined;
  }
  if (isUnknown(node.queue)) return undefined;
  const spoken = spokenAt(directory, node.queue);
  const speaks = spoken?.some((one) => isSameLanguage(one, language)) ?? true;
  return { node: id, queue: node.queue, speaks, spoken: [...new Set(spoken ?? [])] };
}

/** Where people may be whose languages the directory doesn't tell. */
const unseen = new Set(['queue', 'callback', 'transfer', 'subflow', 'opaque']);

/**
 * The queues that callers of each language can come to at all. A language whose callers may also
 * reach people of whom nothing is known is left out, and nothing is known of too many languages.
 */
export function peopleByLanguage(
  flow: CallFlow,
  directory: Directory,
): ReadonlyMap<Language, readonly StaffedQueue[]> | undefined {
  const calls = callLanguages(flow);
  if (calls === undefined) return undefined;
  const loose = new Set(flow.loose.map(({ from }) => from));
  const queues = new Map<Language, StaffedQueue[]>();
  const hidden = new Set<Language>();
  for (const node of flow.nodes) {
    for (const language of calls.get(node.id) ?? []) {
      const queue = queueAt(directory, node, language);
      const those = queues.get(language) ?? [];
      if (queue !== undefined) {
        those.push(queue);
        queues.set(language, those);
      } else if (unseen.has(node.kind) || loose.has(node.id)) hidden.add(language);
    }
  }
  for (const language of hidden) queues.delete(language);
  return queues;
}

/** Farther than this, a queue isn't straight behind anything. */
const mostNodes = 200;

/** The queues that callers of a language come to from a node with nothing asked on the way. */
export function straightQueues(
  flow: CallFlow,
  directory: Directory,
  from: NodeId,
  language: Language,
): readonly StaffedQueue[] {
  const seen = new Set<NodeId>([from]);
  const found: StaffedQueue[] = [];
  for (const here of seen) {
    if (seen.size > mostNodes) break;
    const node = nodeAt(flow, here);
    const queue = queueAt(directory, node, language);
    if (queue !== undefined) found.push(queue);
    if (node.kind !== 'announcement' && node.kind !== 'branch') continue;
    for (const { to, trigger } of waysInLanguage(flow, here, language)) {
      if (trigger !== 'error') seen.add(to);
    }
  }
  return found;
}
