import { nodeOf, type CallFlow, type FlowEdge } from '../flow/call-flow.ts';
import { languagePattern, type Language } from '../script/values.ts';

/** The language that a call goes on in after this edge, where the edge sets one. */
export function languageSetBy(flow: CallFlow, edge: FlowEdge): Language | undefined {
  const node = nodeOf(flow, edge.from)?.node;
  if (node?.kind === 'menu') {
    return edge.option === undefined ? undefined : node.options[edge.option]?.language;
  }
  const speaks = node?.kind === 'branch' && node.on === 'language' && edge.trigger === 'case';
  return speaks && edge.value !== undefined && languagePattern.test(edge.value)
    ? edge.value
    : undefined;
}
