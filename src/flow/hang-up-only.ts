import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { CallFlow } from './call-flow.ts';
import { leadingTo } from './reach.ts';

/** Kinds of nodes at which nobody is asked, answers or takes a message. */
export const speechless: ReadonlySet<NodeKind> = new Set<NodeKind>([
  'announcement',
  'branch',
  'task',
  'hangup',
]);

/**
 * The nodes from which a call can only be ended: nothing is asked any more, nobody is reached, no
 * message is taken. What leads nowhere, or where nobody can see, is not among them.
 */
export function hangUpOnly(flow: CallFlow): ReadonlySet<NodeId> {
  const hangups = flow.nodes.filter(({ kind }) => kind === 'hangup').map(({ id }) => id);
  const others = flow.nodes.filter(({ kind }) => !speechless.has(kind)).map(({ id }) => id);
  const loose = flow.loose.map(({ from }) => from);
  const hopeful = leadingTo(flow, [...others, ...loose]);
  return new Set([...leadingTo(flow, hangups)].filter((id) => !hopeful.has(id)));
}
