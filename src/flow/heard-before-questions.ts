import type { NodeKind } from '../script/vocabulary.ts';
import { type CallFlow, type FlowNode, nodeAt } from './call-flow.ts';
import { reachableWithout } from './reach-without.ts';

const asking = new Set<NodeKind>(['menu', 'collect', 'queue', 'transfer', 'voicemail', 'callback']);

/**
 * The nodes that callers hear before they are asked anything, in script order, with the questions
 * themselves: what a menu says first is heard before its choice.
 */
export function heardBeforeQuestions(flow: CallFlow): readonly FlowNode[] {
  const heard = reachableWithout(
    flow,
    flow.entries.map(({ start }) => start),
    (id) => asking.has(nodeAt(flow, id).kind),
  );
  return flow.nodes.filter(({ id, kind }) => heard.has(id) && kind !== 'queue');
}
