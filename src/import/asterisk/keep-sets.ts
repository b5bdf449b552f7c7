import type { NodeId } from '../../script/names.ts';
import { targetsOf } from '../node-targets.ts';
import type { Effect, Way } from './block.ts';
import { trailOf, type CallGraph, type GraphNode, type Pass } from './call-graph.ts';

/** The nodes that calls come to: what was folded into others is still in the graph, and asks nothing. */
function reached({ nodes, passes }: CallGraph, entries: readonly Way[]): readonly GraphNode[] {
  const seen = new Set(entries.filter((way) => way !== undefined));
  const found: GraphNode[] = [];
  for (const id of seen) {
    const node = nodes.get(id);
    if (node !== undefined) found.push(node);
    const behind = node === undefined ? [passes.get(id)?.to] : targetsOf(node.node);
    for (const way of behind) if (way !== undefined) seen.add(way);
  }
  return found;
}

/** The attributes that branches still ask for. */
function askedIn(nodes: readonly GraphNode[]): ReadonlySet<string> {
  return new Set(
    nodes.flatMap(({ node }) =>
      node.kind === 'branch' && typeof node.on === 'object' && 'attribute' in node.on
        ? [node.on.attribute]
        : [],
    ),
  );
}

/** The ways of a node that set nothing by themselves, as options of menus do. */
function plainWays({ node }: GraphNode): readonly NodeId[] {
  return node.kind === 'menu' ? targetsOf({ ...node, options: [] }) : targetsOf(node);
}

/**
 * What is set between two nodes, and asked for later, becomes a task of its own: a script has no other
 * place for it than the options of menus. What is known on all ways was decided before.
 */
export function keepSets(graph: CallGraph, entries: readonly Way[]): void {
  const nodes = reached(graph, entries);
  const asked = askedIn(nodes);
  if (asked.size === 0) return;
  const isAsked = (effect: Effect): effect is Extract<Effect, { does: 'set' }> =>
    effect.does === 'set' && asked.has(effect.name);
  const setting = new Map<NodeId, Pass>();
  for (const [id, pass] of graph.passes) if (pass.effects.some(isAsked)) setting.set(id, pass);
  if (setting.size === 0) return;
  const ways = [...nodes.flatMap(plainWays), ...entries];
  const kept = new Set(ways.flatMap((way) => trailOf(graph, way).passes));
  for (const [id, pass] of setting) {
    if (!kept.has(pass)) continue;
    const { to, effects, step } = pass;
    const set = Object.fromEntries(effects.filter(isAsked).map(({ name, text }) => [name, text]));
    const task = `set ${Object.keys(set).join(', ')}`;
    graph.passes.delete(id);
    graph.nodes.set(id, {
      node: { kind: 'task', task, selfService: false, set, success: to },
      marks: [],
      steps: [step],
    });
  }
}
