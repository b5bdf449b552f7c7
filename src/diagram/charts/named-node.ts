import { nodeOf, type CallFlow } from '../../flow/call-flow.ts';
import { humanise, visible } from '../card-title.ts';

/** What people call a node: its title, or its id in plain words; with the id where that says more. */
export function namedNode(
  flow: CallFlow,
  id: string,
): { readonly name: string; readonly note?: string } {
  const plain = humanise(id);
  const name = visible(nodeOf(flow, id)?.node.title) ?? plain;
  return name.toLowerCase() === id ? { name } : { name, note: id };
}
