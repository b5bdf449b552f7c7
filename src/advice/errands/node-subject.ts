import { isUnknown } from '../../script/values.ts';
import type { ScriptNode } from '../../script/script.ts';

/** What a node is, apart from its id: which queue, which task, which question; nothing where that isn't told. */
export function nodeSubject(node: ScriptNode): string | undefined {
  const named = (name: unknown): string | undefined =>
    name === undefined || isUnknown(name) ? undefined : `${node.kind} ${JSON.stringify(name)}`;
  switch (node.kind) {
    case 'task':
      return named(node.task);
    case 'queue':
      return named(node.queue);
    case 'transfer':
      return named(node.number);
    case 'callback':
      return named(node.queue ?? 'any');
    case 'subflow':
      return named(node.script);
    case 'branch':
      return typeof node.on === 'object' && Object.values(node.on).some(isUnknown)
        ? undefined
        : named(node.on);
    case 'opaque':
      return named([node.vendor, node.type, node.title ?? '']);
    case 'voicemail':
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'hangup':
      return named(node.title ?? node.say);
  }
}
