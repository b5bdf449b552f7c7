import type { NodeId } from '../script/names.ts';
import type { Path } from '../source/tree.ts';
import type { CallFlow } from './call-flow.ts';
import { heardWhileWaiting } from './heard-while-waiting.ts';
import { reachable } from './reach.ts';

/** The nodes that waiting callers hear and that are tagged as marketing, with the way to the tag. */
export function marketingWhileWaiting(
  flow: CallFlow,
): readonly { readonly id: NodeId; readonly path: Path }[] {
  const tagged = flow.nodes.filter(({ node }) => node.tags?.includes('marketing') === true);
  if (tagged.length === 0) return [];
  const reached = reachable(flow);
  const heard = new Set(heardWhileWaiting(flow));
  return tagged
    .filter(({ id }) => heard.has(id) && reached.has(id))
    .map(({ id, node, path }) => {
      const index = node.tags?.indexOf('marketing') ?? 0;
      return { id, path: [...path, 'tags', index] };
    });
}
