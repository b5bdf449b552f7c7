import type { NodeId } from '../script/names.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { CallFlow } from './call-flow.ts';
import { leadingStraightTo } from './straight-to.ts';

/** Where callers leave a contact, or may: what is behind the last two can't be seen. */
const contact = new Set<NodeKind>(['voicemail', 'callback', 'subflow', 'opaque']);
const through: readonly NodeKind[] = ['announcement', 'branch', 'task', 'menu', 'collect'];

/** The nodes from which callers come to where they can leave a contact before they wait again. */
export function contactWays(flow: CallFlow): { readonly leadToContact: ReadonlySet<NodeId> } {
  const places = flow.nodes.filter(({ kind }) => contact.has(kind)).map(({ id }) => id);
  return { leadToContact: leadingStraightTo(flow, places, through) };
}
