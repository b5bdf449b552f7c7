import type { NodeId } from '../script/names.ts';
import { type CallFlow, edgesFrom, edgesInto, nodeAt } from './call-flow.ts';

/**
 * The first places where callers are asked something after they came among these nodes: menus and
 * collects with no other of them before. In script order.
 */
export function firstQuestions(flow: CallFlow, among: ReadonlySet<NodeId>): readonly NodeId[] {
  const starts = new Set(flow.entries.map((entry) => entry.start));
  const waiting = [...among].filter(
    (id) => starts.has(id) || edgesInto(flow, id).some((edge) => !among.has(edge.from)),
  );
  const seen = new Set(waiting);
  const questions = new Set<NodeId>();
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const { kind } = nodeAt(flow, here);
    if (kind === 'menu' || kind === 'collect') {
      questions.add(here);
      continue;
    }
    for (const { to } of edgesFrom(flow, here)) {
      if (seen.has(to) || !among.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return flow.nodes.map(({ id }) => id).filter((id) => questions.has(id));
}
