import type { CallFlow } from '../flow/call-flow.ts';
import { callerOrder } from './caller-order.ts';
import { chooseShown } from './choose-shown.ts';
import { divideFlow } from './divide-flow.ts';
import type { Drawing } from './drawing.ts';
import { layoutSheet } from './layout-sheet.ts';
import { nameLetters } from './name-letters.ts';
import type { DrawOptions } from './options.ts';
import { planFlow, type FlowPlan } from './plan-flow.ts';
import type { Step, StepExit, StepId } from './read-steps.ts';
import { pageOf, type Sheet } from './sheet.ts';

/** A page of a flow: what it is called, where it begins, and how it looks. */
export interface FlowPage {
  /** Fit for a file: `02-cards`. */
  readonly name: string;
  readonly drawing: Drawing;
}

/** Where calls come from that go on at a step of another page. */
function entranceTo(root: StepId, { tree, exits, flow }: FlowPlan): Step {
  const from = tree.parent.get(root) ?? root;
  const exit: StepExit['exit'] = {
    trigger: 'next',
    from: root as StepExit['exit']['from'],
    value: undefined,
    to: root as StepExit['exit']['to'],
    path: flow.nodes.find(({ id }) => id === root)?.path ?? [],
    option: undefined,
    does: undefined,
  };
  const ways = (exits.get(from) ?? []).filter(({ targets }) => targets.includes(root));
  return {
    id: '_from-0',
    node: undefined,
    entries: [],
    exits: [{ exit, targets: [root], edges: [] }],
    source: { step: from, exits: ways },
  };
}

/** The steps of every page, and the page of every step that stands on one alone or first. */
interface Pages {
  readonly steps: readonly ReadonlySet<StepId>[];
  readonly first: ReadonlyMap<StepId, number>;
}

/**
 * Deals the steps out: each to the page of what it hangs on. A shared end stands on every page that leads
 * to it, and what hangs on it where it stands first.
 */
function dealOut(plan: FlowPlan, roots: readonly StepId[], kept: ReadonlySet<StepId>): Pages {
  const { tree, exits } = plan;
  const starts = new Map(roots.map((root, index) => [root, index + 1]));
  const rail = new Set(tree.rail);
  const first = new Map<StepId, number>();
  const steps = Array.from({ length: roots.length + 1 }, () => new Set<StepId>());
  for (const id of callerOrder([...tree.starts, ...tree.stranded], tree.children)) {
    const above = tree.parent.get(id);
    const page = starts.get(id) ?? (above === undefined ? 0 : (first.get(above) ?? 0));
    first.set(id, page);
    if (kept.has(id)) steps[page]?.add(id);
  }
  steps.forEach((own, page) => {
    for (const id of own) {
      for (const { targets } of exits.get(id) ?? []) {
        for (const target of targets) {
          if (!rail.has(target) || !kept.has(target)) continue;
          own.add(target);
          if (first.has(target)) continue;
          for (const under of callerOrder([target], tree.children)) {
            first.set(under, page);
            if (kept.has(under)) own.add(under);
          }
        }
      }
    }
  });
  return { steps, first };
}

/**
 * Lays a flow out on pages: the first from the calls to the main menu, then one for each of its keys
 * that leads to three steps or more; pages of more than 60 steps are divided again. Shared ends stand on
 * every page that leads to them. Ways to another page go on at a letter there; letters are the same on
 * all pages.
 */
export function layoutPages(flow: CallFlow, options: DrawOptions = {}): readonly FlowPage[] {
  const plan = planFlow(flow, options);
  const { steps: kept, notes } = chooseShown(plan);
  const roots = divideFlow(plan).filter((id) => kept.has(id));
  const pages = dealOut(plan, roots, kept);
  const sheets = pages.steps.map((steps, page): Sheet => {
    const root = roots[page - 1];
    return root === undefined
      ? { ...pageOf(plan, steps), notes }
      : pageOf(plan, steps, entranceTo(root, plan));
  });
  const exits = new Map(
    sheets.flatMap((sheet, page) =>
      [...sheet.exits].map(([id, own]) => [`${page} ${id}`, own] as const),
    ),
  );
  const letters = nameLetters(plan.tree.rail, plan.order, exits);
  const digits = Math.max(2, `${sheets.length}`.length);
  return sheets.map((sheet, page) => ({
    name: `${`${page + 1}`.padStart(digits, '0')}-${roots[page - 1] ?? 'overview'}`,
    drawing: layoutSheet(plan, sheet, {
      number: page + 1,
      count: sheets.length,
      letters,
      elsewhere: (id) => {
        const on = pages.first.get(id);
        return on === undefined || on === page || sheet.tree.steps.has(id) ? undefined : on + 1;
      },
    }),
  }));
}
