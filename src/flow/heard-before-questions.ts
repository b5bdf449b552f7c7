import { type CallFlow, type FlowNode, nodeAt } from './call-flow.ts';
import { reachableWithout } from './reach-without.ts';

/**
 * The nodes that callers hear before they are asked anything, in script order, with the questions
 * themselves: what a menu says first is heard before its choice.
 */
export function heardBeforeQuestions(flow: CallFlow): readonly FlowNode[] {
  const kindOf = (id: string) => nodeAt(flow, id).kind;
  const heard = reachableWithout(
    flow,
    flow.entries.map(({ start }) => start),
    (id) => ['menu', 'collect', 'queue', 'transfer', 'voicemail', 'callback'].includes(kindOf(id)),
  );
  return flow.nodes.filter(({ id, kind }) => heard.has(id) && kind !== 'queue');
}
