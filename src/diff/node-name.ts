import { nodeOf, type CallFlow } from '../flow/call-flow.ts';

/** What people call a node: its title in quotes, else its id; the name itself where there is no such node. */
export function nodeName(flow: CallFlow, id: string): string {
  const title = nodeOf(flow, id)?.node.title;
  return title === undefined ? id : `“${title}”`;
}

/** The same with the id behind a title: several nodes may have one title. */
export function nameAndId(flow: CallFlow, id: string): string {
  const name = nodeName(flow, id);
  return name === id ? id : `${name} (${id})`;
}
