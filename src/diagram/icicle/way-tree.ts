import type { Replay } from '../../replay/replay.ts';
import type { FlowPlan } from '../plan-flow.ts';
import type { StepId } from '../read-steps.ts';
import { sizesOf } from '../tree-sizes.ts';

/** All that went the same way up to a step: calls, or steps of the flow where there are no calls. */
export interface WayNode {
  readonly step: StepId;
  readonly weight: number;
  /** Calls that were lost here. */
  readonly lost: number;
  /** Most first. */
  readonly children: readonly WayNode[];
}

interface Growing {
  readonly step: StepId;
  weight: number;
  lost: number;
  readonly children: Map<StepId, Growing>;
}

const lostOutcomes: ReadonlySet<string> = new Set(['hung-up', 'timed-out']);

/** Freezes a tree from its ends up, without recursion; siblings by weight, then as callers hear them. */
function settle(root: Growing, rankOf: (id: StepId) => number): WayNode {
  const order: Growing[] = [root];
  for (const node of order) order.push(...node.children.values());
  const settled = new Map<Growing, WayNode>();
  for (const node of order.reverse()) {
    const children = [...node.children.values()]
      .flatMap((child) => settled.get(child) ?? [])
      .sort((a, b) => b.weight - a.weight || rankOf(a.step) - rankOf(b.step));
    settled.set(node, { step: node.step, weight: node.weight, lost: node.lost, children });
  }
  return settled.get(root) ?? { step: root.step, weight: 0, lost: 0, children: [] };
}

/**
 * The paths that calls took, from where they came in: calls share a node as long as they went the same way.
 * Hearing the same step again counts once.
 */
export function waysOfCalls(replay: Replay, plan: FlowPlan): WayNode {
  const rank = new Map(plan.order.map((id, index) => [id, index]));
  const grow = (step: StepId): Growing => ({ step, weight: 0, lost: 0, children: new Map() });
  const root = grow(plan.tree.starts[0] ?? '');
  for (const { visits, calls, outcome } of replay.paths) {
    let here = root;
    root.weight += calls;
    for (const visit of visits) {
      if (visit === here.step) continue;
      const next = here.children.get(visit) ?? grow(visit);
      here.children.set(visit, next);
      next.weight += calls;
      here = next;
    }
    if (lostOutcomes.has(outcome)) here.lost += calls;
  }
  return settle(root, (id) => rank.get(id) ?? 0);
}

/** The tree of the flow itself: each step weighs as much as the steps that hang on it, and one. */
export function waysOfSteps(plan: FlowPlan): WayNode {
  const { tree, order } = plan;
  const rank = new Map(order.map((id, index) => [id, index]));
  const sizes = sizesOf(order, tree.children);
  const grow = (step: StepId): Growing => ({
    step,
    weight: sizes.get(step) ?? 1,
    lost: 0,
    children: new Map(),
  });
  const [first = ''] = tree.starts;
  const root = grow(first);
  const waiting = [root];
  for (const node of waiting) {
    const others = node === root ? tree.starts.slice(1) : [];
    for (const child of [...(tree.children.get(node.step) ?? []), ...others]) {
      const next = grow(child);
      if (others.includes(child)) root.weight += next.weight;
      node.children.set(child, next);
      waiting.push(next);
    }
  }
  return settle(root, (id) => rank.get(id) ?? 0);
}
