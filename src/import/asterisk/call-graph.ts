import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Mark } from '../draft.ts';
import { mapTargets, targetsOf } from '../node-targets.ts';
import { extensionEnd, type CounterTest, type Effect, type Way } from './block.ts';
import type { Step } from './dialplan.ts';

/** A node whose ways still lead to spots of the dialplan. */
export interface GraphNode {
  readonly node: ScriptNode;
  readonly marks: readonly Mark[];
  /** The steps that it was made from, its own first. */
  readonly steps: readonly Step[];
  readonly counter?: CounterTest | undefined;
  /** True where it leads back to the menu before. */
  readonly isReturn?: boolean | undefined;
  /** The variable that its prompt is played from. */
  readonly sayVariable?: string | undefined;
}

/** A spot that a call passes without a sign. */
export interface Pass {
  readonly to: Way;
  readonly effects: readonly Effect[];
  readonly step: Step;
}

/** The way from a spot to what a caller notices next. */
export interface Trail {
  /** The node there; a name that is missing; nothing where the call ends. */
  readonly to: Way;
  readonly passes: readonly Pass[];
}

/** What the spots of a dialplan come to: nodes, and what is passed between them. */
export interface CallGraph {
  readonly nodes: Map<NodeId, GraphNode>;
  readonly passes: Map<NodeId, Pass>;
}

/** Longer trails are not gone through for what they change. */
const longestTrail = 200;

/** Follows a way to the next node, with what is passed. */
export function trailOf({ passes }: CallGraph, way: Way): Trail {
  const passed: Pass[] = [];
  let here = way;
  for (let length = 0; here !== undefined && length < longestTrail; length += 1) {
    const pass = passes.get(here);
    if (pass === undefined) break;
    passed.push(pass);
    here = pass.to;
  }
  return { to: here, passes: passed };
}

/**
 * Leads every way straight to a node. Spots that only lead to each other in a circle become an
 * announcement that says nothing and never ends. Time is linear in the spots.
 */
export function resolveWays(graph: CallGraph): (way: Way) => Way {
  const { nodes, passes } = graph;
  const ends = new Map<NodeId, Way>();
  return (way) => {
    const trail: NodeId[] = [];
    const onTrail = new Set<NodeId>();
    let here = way;
    while (here !== undefined && !ends.has(here)) {
      const pass = passes.get(here);
      if (pass === undefined) break;
      if (onTrail.has(here)) {
        passes.delete(here);
        nodes.set(here, {
          node: { kind: 'announcement', title: 'Nothing, for ever', to: here },
          marks: [],
          steps: [pass.step],
        });
        break;
      }
      trail.push(here);
      onTrail.add(here);
      here = pass.to;
    }
    const end = here === undefined ? undefined : ends.has(here) ? ends.get(here) : here;
    for (const id of trail) if (passes.has(id)) ends.set(id, end);
    return end;
  };
}

/** True where a way ends the call because nothing stands there. */
const isCutOff = (way: Way): boolean => way === undefined || way === extensionEnd;

const mostRounds = 20;

/** Branches whose ways all lead to the same place tell nothing apart: they are passed. */
export function dropIdleBranches(graph: CallGraph): void {
  for (let round = 0; round < mostRounds; round += 1) {
    const resolve = resolveWays(graph);
    let changed = false;
    for (const [id, { node, steps }] of [...graph.nodes].reverse()) {
      if (node.kind !== 'branch') continue;
      const [first, ...others] = [...node.cases.map(({ to }) => to), node.otherwise].map(resolve);
      if (first === id || others.includes(id)) continue;
      const isSame = others.every((way) => way === first || (isCutOff(way) && isCutOff(first)));
      const [step] = steps;
      if (!isSame || step === undefined) continue;
      graph.nodes.delete(id);
      graph.passes.set(id, { to: isCutOff(first) ? undefined : first, effects: [], step });
      changed = true;
    }
    if (!changed) return;
  }
}

/** How many ways lead to each node. */
export function incomingWays(
  graph: CallGraph,
  entries: readonly Way[],
): ReadonlyMap<NodeId, number> {
  const resolve = resolveWays(graph);
  const counts = new Map<NodeId, number>();
  const ways = [...graph.nodes.values()].flatMap(({ node }) => targetsOf(node));
  for (const way of [...ways, ...entries]) {
    const end = resolve(way);
    if (end !== undefined) counts.set(end, (counts.get(end) ?? 0) + 1);
  }
  return counts;
}

/** Leads all ways of all nodes straight to nodes; what is passed becomes part of the node behind. */
export function straighten(graph: CallGraph): void {
  const resolve = resolveWays(graph);
  for (const [id, { steps, ...rest }] of [...graph.nodes]) {
    const lost = targetsOf(rest.node).flatMap((way) => {
      const end = resolve(way);
      const isLost = end === undefined || !graph.nodes.has(end);
      return isLost ? trailOf(graph, way).passes.map(({ step }) => step) : [];
    });
    graph.nodes.set(id, {
      ...rest,
      node: mapTargets(rest.node, resolve),
      steps: [...steps, ...lost],
    });
  }
  const passed = new Map<NodeId, Step[]>();
  for (const [id, { step }] of graph.passes) {
    const end = resolve(id);
    if (end === undefined) continue;
    const steps = passed.get(end);
    if (steps === undefined) passed.set(end, [step]);
    else steps.push(step);
  }
  for (const [id, steps] of passed) {
    const node = graph.nodes.get(id);
    if (node !== undefined) graph.nodes.set(id, { ...node, steps: [...node.steps, ...steps] });
  }
}
