import type { Step, StepId } from './read-steps.ts';

/** Every step in its place: in the tree that calls unfold, on the rail, or where no call comes. */
export interface StepTree {
  readonly steps: ReadonlyMap<StepId, Step>;
  /** Where calls come in. */
  readonly starts: readonly StepId[];
  /** Ends that several steps share. */
  readonly rail: readonly StepId[];
  /** Steps that no call comes to, where their own trees begin. */
  readonly stranded: readonly StepId[];
  /** The steps that hang on a step, in the order of its exits. */
  readonly children: ReadonlyMap<StepId, readonly StepId[]>;
  /** The step that a step hangs on. */
  readonly parent: ReadonlyMap<StepId, StepId>;
  /** The step from which a step was first found; the parent, but also known for the rail. */
  readonly foundFrom: ReadonlyMap<StepId, StepId>;
}

/** Whether callers end here for good, so that many steps may share it. */
function canBeShared({ node, exits }: Step): boolean {
  if (node === undefined) return false;
  switch (node.kind) {
    case 'queue':
    case 'transfer':
    case 'voicemail':
    case 'callback':
    case 'subflow':
    case 'hangup':
      return true;
    case 'opaque':
      return exits.length === 0;
    case 'announcement':
    case 'menu':
    case 'collect':
    case 'branch':
    case 'task':
      return false;
  }
}

const targetsOf = (step: Step | undefined): readonly StepId[] =>
  step === undefined
    ? []
    : step.exits.flatMap(({ exit, targets }) => (exit.does === undefined ? targets : []));

function reachFrom(
  steps: ReadonlyMap<StepId, Step>,
  starts: readonly StepId[],
): ReadonlySet<StepId> {
  const reached = new Set(starts);
  for (const id of reached) for (const target of targetsOf(steps.get(id))) reached.add(target);
  return reached;
}

function findShared(
  steps: ReadonlyMap<StepId, Step>,
  reached: ReadonlySet<StepId>,
): ReadonlySet<StepId> {
  const sources = new Map<StepId, Set<StepId>>();
  const held = new Set<StepId>();
  for (const id of reached) {
    const step = steps.get(id);
    for (const target of targetsOf(step)) {
      if (target === id) continue;
      if (step?.node === undefined) held.add(target);
      sources.set(target, (sources.get(target) ?? new Set()).add(id));
    }
  }
  const shared = [...sources].filter(([id, from]) => {
    const step = steps.get(id);
    return from.size > 1 && !held.has(id) && step !== undefined && canBeShared(step);
  });
  return new Set(shared.map(([id]) => id));
}

/**
 * Breadth first from where calls come in, along the exits in their order: the first way to a step is
 * the one it hangs on. Ends with two or more sources leave the tree for the rail, busiest first; what
 * only they lead to hangs on them. What remains is stranded, and hangs together in the same way.
 */
export function growTree(list: readonly Step[], busyness: (step: Step) => number): StepTree {
  const steps = new Map(list.map((step) => [step.id, step]));
  const starts = list.filter((step) => step.node === undefined).map((step) => step.id);
  const reached = reachFrom(steps, starts);
  const shared = findShared(steps, reached);
  const seen = new Set<StepId>();
  const children = new Map<StepId, StepId[]>();
  const parent = new Map<StepId, StepId>();
  const foundFrom = new Map<StepId, StepId>();

  const grow = (roots: readonly StepId[]): void => {
    for (const root of roots) seen.add(root);
    const waiting = [...roots];
    for (const id of waiting) {
      for (const target of targetsOf(steps.get(id))) {
        if (target === id) continue;
        if (!foundFrom.has(target) && !seen.has(target)) foundFrom.set(target, id);
        if (seen.has(target) || shared.has(target)) continue;
        seen.add(target);
        parent.set(target, id);
        const siblings = children.get(id);
        if (siblings === undefined) children.set(id, [target]);
        else siblings.push(target);
        waiting.push(target);
      }
    }
  };

  grow(starts);
  const byId = [...shared].sort();
  grow(byId);
  const left = list.map((step) => step.id).filter((id) => !seen.has(id));
  const ledTo = new Set(
    left.flatMap((id) => targetsOf(steps.get(id)).filter((target) => target !== id)),
  );
  const stranded = left.filter((id) => !ledTo.has(id));
  grow(stranded);
  for (const id of left) {
    if (seen.has(id)) continue;
    stranded.push(id);
    grow([id]);
  }
  const rank = new Map(
    byId.flatMap((id) => steps.get(id) ?? []).map((step) => [step.id, busyness(step)]),
  );
  const rail = byId.sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
  return { steps, starts, rail, stranded, children, parent, foundFrom };
}
