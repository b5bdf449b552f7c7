import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { isSameValue } from '../../source/same-value.ts';
import type { Way } from './block.ts';
import {
  incomingWays,
  resolveWays,
  trailOf,
  type CallGraph,
  type GraphNode,
} from './call-graph.ts';

type BranchNode = GraphNode & { readonly node: NodeOfKind<'branch'> };

const isBranch = (found: GraphNode | undefined): found is BranchNode =>
  found?.node.kind === 'branch';

/** A comparison for equality: cases of one variable can stand beside each other. */
const isPlain = ({ on, cases }: NodeOfKind<'branch'>): boolean =>
  typeof on === 'object' &&
  ('attribute' in on || 'result' in on) &&
  cases.every(({ when }) => !/^[<>]=? /.test(when));

/** A chain of questions about one variable becomes one branch with a case for each. */
export function mergeBranches(graph: CallGraph, entries: readonly Way[]): void {
  const incoming = incomingWays(graph, entries);
  const resolve = resolveWays(graph);
  const gone = new Set<NodeId>();
  for (const [id, first] of [...graph.nodes]) {
    if (gone.has(id) || !isBranch(first) || !isPlain(first.node)) continue;
    const parts: BranchNode[] = [first];
    let last: BranchNode = first;
    for (;;) {
      const to = resolve(last.node.otherwise);
      const next = to === undefined ? undefined : graph.nodes.get(to);
      if (to === undefined || to === id || !isBranch(next) || incoming.get(to) !== 1) break;
      if (!isPlain(next.node) || !isSameValue(next.node.on, first.node.on)) break;
      const changes = trailOf(graph, last.node.otherwise).passes.some(
        (pass) => pass.effects.length > 0,
      );
      if (changes || gone.has(to)) break;
      gone.add(to);
      parts.push(next);
      last = next;
    }
    if (parts.length === 1) continue;
    let index = 0;
    const marks = parts.flatMap((part, position) => {
      const from = index;
      index += part.node.cases.length;
      return part.marks.flatMap((mark) => {
        const [field, at, ...rest] = mark.path;
        if (field === 'cases' && typeof at === 'number') {
          return [{ ...mark, path: ['cases', at + from, ...rest] }];
        }
        const isOwn = field === 'otherwise' ? position === parts.length - 1 : position === 0;
        return isOwn ? [mark] : [];
      });
    });
    graph.nodes.set(id, {
      marks,
      steps: parts.flatMap(({ steps }) => steps),
      node: {
        ...first.node,
        cases: parts.flatMap(({ node }) => node.cases),
        otherwise: last.node.otherwise,
      },
    });
  }
  for (const id of gone) graph.nodes.delete(id);
}
