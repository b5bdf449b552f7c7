import type { NodeOfKind } from '../script/script.ts';
import type { Path } from '../source/tree.ts';
import { edgesFrom, type CallFlow, type FlowEdge, type FlowNode } from './call-flow.ts';
import { oncePerFlow } from './once-per-flow.ts';
import { reachable } from './reach.ts';

/** A question to callers, and where it leads those who stay silent or enter what it doesn't know. */
export interface RetryWay {
  readonly id: FlowNode['id'];
  readonly node: NodeOfKind<'menu' | 'collect'>;
  readonly trigger: 'noInput' | 'noMatch';
  readonly edge: FlowEdge;
  /** How often callers are asked in all, where the script says so. */
  readonly attempts: Setting | undefined;
  /** True where an option leads to the same place: to say nothing is a choice. */
  readonly isChoice: boolean;
}

/** A number in force at a node, and where the script says it. */
export interface Setting {
  readonly value: number;
  readonly path: Path;
}

interface Retry {
  readonly attempts?: number | undefined;
  readonly wait?: number | undefined;
}

const valueOf = (retry: Retry | undefined, field: keyof Retry): number | undefined =>
  retry?.[field];

/** What a question says of silence or of wrong keys, itself or by the defaults of the script. */
export function retrySetting(
  { script }: CallFlow,
  { id, node }: FlowNode,
  trigger: 'noInput' | 'noMatch',
  field: 'attempts' | 'wait',
): Setting | undefined {
  if (node.kind !== 'menu' && node.kind !== 'collect') return undefined;
  const own = valueOf(node[trigger], field);
  if (own !== undefined) return { value: own, path: ['nodes', id, trigger, field] };
  const common = valueOf(script.defaults?.[trigger], field);
  return common === undefined ? undefined : { value: common, path: ['defaults', trigger, field] };
}

/** The ways of all questions that a call can come to, in script order. */
export const retryWays: (flow: CallFlow) => readonly RetryWay[] = oncePerFlow((flow) => {
  const reached = reachable(flow);
  const ways: RetryWay[] = [];
  for (const flowNode of flow.nodes) {
    const { id, node } = flowNode;
    if ((node.kind !== 'menu' && node.kind !== 'collect') || !reached.has(id)) continue;
    const edges = edgesFrom(flow, id);
    for (const edge of edges) {
      const { trigger, to } = edge;
      if (trigger !== 'noInput' && trigger !== 'noMatch') continue;
      const attempts = retrySetting(flow, flowNode, trigger, 'attempts');
      const isChoice = edges.some((other) => other.option !== undefined && other.to === to);
      ways.push({ id, node, trigger, edge, attempts, isChoice });
    }
  }
  return ways;
});
