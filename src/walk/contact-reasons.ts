import { edgesFrom, type CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { randomFrom } from './random.ts';

/** Something that callers call for, the options that lead to it, and how many call for it. */
export interface ContactReason {
  readonly reason: string;
  /** Options that serve it, as menu and position. */
  readonly options: readonly { readonly menu: NodeId; readonly option: number }[];
  /** Share of all reasons; they add up to 1. */
  readonly share: number;
}

/** An option and the contact reason that it serves. */
export interface ServedReason {
  readonly reason: string;
  readonly menu: NodeId;
  readonly option: number;
}

/** Options that name a reason; in a script that names none, those that lead to something else than a menu. */
export function optionsWithReasons(flow: CallFlow): readonly ServedReason[] {
  const menus = flow.nodes.flatMap(({ id, node }) => (node.kind === 'menu' ? [{ id, node }] : []));
  const named = menus.flatMap(({ id, node }) =>
    node.options.flatMap(({ reason }, option) =>
      reason === undefined ? [] : [{ reason, menu: id, option }],
    ),
  );
  if (named.length > 0) return named;
  return menus.flatMap(({ id, node }) =>
    edgesFrom(flow, id).flatMap((edge): readonly ServedReason[] => {
      const option = edge.option === undefined ? undefined : node.options[edge.option];
      if (edge.option === undefined || option === undefined || edge.does !== undefined) return [];
      const leads = flow.graph.node(edge.to).kind === 'menu' || option.role !== undefined;
      return leads ? [] : [{ reason: edge.to, menu: id, option: edge.option }];
    }),
  );
}

/**
 * The contact reasons of a menu with the demand for each: by the table where one is given (reasons
 * that it leaves out have none; if no reason is in it, it says nothing), else by Zipf's law, the
 * n-th share proportional to 1/n, with the ranks dealt out by the seed.
 */
export function contactReasons(
  flow: CallFlow,
  seed: number,
  demand: Readonly<Record<string, number>> = {},
): readonly ContactReason[] {
  const byReason = new Map<string, ServedReason[]>();
  for (const served of optionsWithReasons(flow)) {
    const others = byReason.get(served.reason);
    if (others === undefined) byReason.set(served.reason, [served]);
    else others.push(served);
  }
  const reasons = [...byReason.keys()];

  const random = randomFrom(seed, 'demand');
  const ranks = reasons.map((_, index) => index + 1);
  for (let last = ranks.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [ranks[last], ranks[other]] = [ranks[other] ?? 1, ranks[last] ?? 1];
  }
  const given = reasons.map((reason) =>
    Object.hasOwn(demand, reason) ? Math.max(demand[reason] ?? 0, 0) : 0,
  );
  const isGiven = given.some((weight) => weight > 0);
  const weights = reasons.map((_, index) =>
    isGiven ? (given[index] ?? 0) : 1 / (ranks[index] ?? 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return reasons.map((reason, index) => ({
    reason,
    options: (byReason.get(reason) ?? []).map(({ menu, option }) => ({ menu, option })),
    share: (weights[index] ?? 0) / total,
  }));
}
