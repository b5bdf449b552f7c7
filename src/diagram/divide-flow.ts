import { mainMenus } from '../flow/main-menus.ts';
import { callerOrder } from './caller-order.ts';
import { chooseSpines } from './choose-spine.ts';
import type { FlowPlan } from './plan-flow.ts';
import type { StepId } from './read-steps.ts';
import { sizesOf } from './tree-sizes.ts';

/** A page with more steps than this is divided again. */
const mostOnPage = 60;
/** What has fewer steps than this gets no page of its own. */
const leastOnPage = 3;

/** The menus whose keys get pages: those that callers come to first, else where the spines end. */
function firstDivisions({ flow, tree }: FlowPlan): readonly StepId[] {
  const rail = new Set(tree.rail);
  const menus = mainMenus(flow).filter((id) => tree.steps.has(id) && !rail.has(id));
  if (menus.length > 0) return menus;
  return chooseSpines(tree).flatMap((spine) => spine.at(-1) ?? []);
}

/** The steps where pages begin, besides the first page: in the order in which callers hear them. */
export function divideFlow(plan: FlowPlan): readonly StepId[] {
  const { tree, order } = plan;
  const roots = new Set<StepId>();
  const childrenOf = (id: StepId): readonly StepId[] =>
    (tree.children.get(id) ?? []).filter((child) => !roots.has(child));
  /** How many steps are left on the page of each, under it. */
  const sizes = new Map(sizesOf(order, tree.children));
  const divideAt = (id: StepId): readonly StepId[] => {
    const parts = childrenOf(id).filter((child) => (sizes.get(child) ?? 0) >= leastOnPage);
    for (const part of parts) {
      const size = sizes.get(part) ?? 0;
      for (let up = tree.parent.get(part); up !== undefined; up = tree.parent.get(up)) {
        sizes.set(up, (sizes.get(up) ?? 0) - size);
        if (roots.has(up)) break;
      }
      roots.add(part);
    }
    return parts;
  };
  /** Where ways part under a step: a menu that asks for the language leads most callers to one place. */
  const divisible = (root: StepId): StepId | undefined => {
    for (let at: StepId | undefined = root; at !== undefined;) {
      const parts: readonly StepId[] = childrenOf(at).filter(
        (child) => (sizes.get(child) ?? 0) >= leastOnPage,
      );
      if (parts.length !== 1) return parts.length === 0 ? undefined : at;
      at = parts[0];
    }
    return undefined;
  };
  const waiting = [
    ...tree.starts,
    ...firstDivisions(plan).flatMap((id) => divideAt(divisible(id) ?? id)),
  ];
  for (const root of waiting) {
    for (let left = sizes.get(root) ?? 0; left > mostOnPage; left = sizes.get(root) ?? 0) {
      const at = divisible(root);
      if (at === undefined) break;
      waiting.push(...divideAt(at));
    }
  }
  return callerOrder([...tree.starts, ...tree.rail, ...tree.stranded], tree.children).filter((id) =>
    roots.has(id),
  );
}
