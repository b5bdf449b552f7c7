import { IvrError } from '../source/ivr-error.ts';
import { nearestName } from '../source/nearest-name.ts';
import { callerOrder } from './caller-order.ts';
import { chooseSpines } from './choose-spine.ts';
import { formatBound } from './numbers.ts';
import type { FlowPlan } from './plan-flow.ts';
import type { StepId } from './read-steps.ts';
import { reachable } from './sheet.ts';

/** What a sheet shows of a flow, and what is said about the rest. */
export interface Shown {
  readonly steps: ReadonlySet<StepId>;
  readonly notes: readonly string[];
}

/** Steps within so many columns, the spine being the first; what stands on the rail counts anew. */
function withinColumns({ tree, order }: FlowPlan, most: number): ReadonlySet<StepId> {
  const below = new Set(chooseSpines(tree).flatMap((spine) => spine.slice(1)));
  const columns = new Map<StepId, number>();
  for (const id of order) {
    const parent = tree.parent.get(id);
    const before = parent === undefined ? undefined : columns.get(parent);
    columns.set(id, before === undefined ? 1 : before + (below.has(id) ? 0 : 1));
  }
  return new Set(order.filter((id) => (columns.get(id) ?? 1) <= most));
}

/** Steps that at least this share of all calls came to, with all that lies on the way to them. */
function busyEnough({ tree, order, traffic }: FlowPlan, least: number): ReadonlySet<StepId> {
  if (traffic === undefined)
    throw new IvrError('usage', 'Without calls it is unknown which steps few callers reach.', {
      help: 'Give a log with --log, or leave the least share out.',
    });
  const kept = new Set<StepId>(tree.starts);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const id = order[at] ?? '';
    const step = tree.steps.get(id);
    const entered = step === undefined ? 0 : traffic.enteredOf(step);
    if (entered === undefined || (entered > 0 && entered >= least * traffic.calls)) kept.add(id);
    const parent = tree.parent.get(id);
    if (parent !== undefined && kept.has(id)) kept.add(parent);
  }
  return kept;
}

/** A step, the way by which it is first reached, and where it leads. */
function around({ tree, exits, flow }: FlowPlan, focus: string): ReadonlySet<StepId> {
  if (tree.steps.get(focus)?.node === undefined) {
    const near = nearestName(
      focus,
      flow.nodes.map(({ id }) => id),
    );
    throw new IvrError('usage', `The script has no node "${focus}" to look at.`, {
      help: near === undefined ? 'Name a node of the script.' : `Did you mean "${near}"?`,
    });
  }
  const shown = new Set<StepId>((exits.get(focus) ?? []).flatMap(({ targets }) => targets));
  for (let at: StepId | undefined = focus; at !== undefined; at = tree.foundFrom.get(at))
    shown.add(at);
  return shown;
}

function focusNotes(plan: FlowPlan, focus: string, left: number): readonly string[] {
  const { words, titles, exits, order, tree } = plan;
  const title = (id: StepId): string => titles.get(id) ?? id;
  const sources = order.filter(
    (id) =>
      id !== focus &&
      id !== tree.foundFrom.get(focus) &&
      (exits.get(id) ?? []).some(({ targets }) => targets.includes(focus)),
  );
  return [
    words.left.around(title(focus), left),
    ...(sources.length === 0 ? [] : [words.left.otherWays(title(focus), sources.map(title))]),
  ];
}

/**
 * Which steps a sheet shows by the options `depth`, `minShare` and `focus`: all of them together where
 * several are given. Throws an IvrError `usage` for a focus that isn't there, and a share without calls.
 */
export function chooseShown(plan: FlowPlan): Shown {
  const { depth, minShare, focus } = plan.options;
  const { words, titles, tree, order } = plan;
  const all = new Set(order);
  const sets = [
    depth === undefined ? all : withinColumns(plan, depth),
    minShare === undefined ? all : busyEnough(plan, minShare),
    focus === undefined ? all : around(plan, focus),
  ];
  if (sets.every((set) => set === all)) return { steps: all, notes: [] };
  const kept = new Set(order.filter((id) => sets.every((set) => set.has(id))));
  const stranded = callerOrder(tree.stranded, tree.children).filter((id) => kept.has(id));
  const steps = new Set([...reachable(plan, kept, tree.starts), ...stranded]);
  const left = order.filter((id) => !steps.has(id) && tree.steps.get(id)?.node !== undefined);
  const few = left.filter((id) => minShare !== undefined && sets[1]?.has(id) !== true);
  const far = left.filter((id) => !few.includes(id));
  return {
    steps,
    notes: [
      ...(focus === undefined ? [] : focusNotes(plan, focus, left.length)),
      ...(depth === undefined || focus !== undefined || far.length === 0
        ? []
        : [words.left.beyond(far.length, depth)]),
      ...(minShare === undefined || focus !== undefined || few.length === 0
        ? []
        : [
            words.left.below(
              formatBound(minShare, words),
              few.map((id) => titles.get(id) ?? id),
            ),
          ]),
    ],
  };
}
