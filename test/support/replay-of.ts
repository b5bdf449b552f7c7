import { edgesOf, type CallFlow } from '../../src/flow/call-flow.ts';
import { outcomes, type Outcome } from '../../src/replay/outcome.ts';
import type { Replay } from '../../src/replay/replay.ts';

/** What calls did at a node: how often each option was chosen, and what else happened there. */
export interface Happened {
  readonly choices?: readonly number[];
  readonly noInputs?: number;
  readonly noMatches?: number;
  /** Calls that left here. */
  readonly left?: number;
  /** Times another way than an option was taken, by its trigger. */
  readonly taken?: Readonly<Record<string, number>>;
}

/**
 * A replay with these counts, as if a log had given them. Visits are what was chosen, taken or left
 * unless nothing is said of a node: then the visits are those of the ways into it.
 */
export function replayOf(
  flow: CallFlow,
  calls: number,
  happened: Readonly<Record<string, Happened>>,
): Replay {
  const edges = edgesOf(flow).map((edge) => {
    const at = happened[edge.from];
    const taken =
      edge.option === undefined
        ? (at?.taken?.[edge.trigger] ?? 0)
        : (at?.choices?.[edge.option] ?? 0);
    return { edge, taken, calls: taken };
  });
  const into = new Map<string, number>();
  for (const { edge, taken } of edges) into.set(edge.to, (into.get(edge.to) ?? 0) + taken);
  const nodes = flow.nodes.map(({ id }) => {
    const at = happened[id];
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const out = sum(at?.choices ?? []) + sum(Object.values(at?.taken ?? {}));
    const visits = at === undefined ? (into.get(id) ?? 0) : out + (at.left ?? 0);
    return {
      id,
      entered: visits,
      visits,
      dropOuts: at?.left ?? 0,
      noInputs: at?.noInputs ?? 0,
      noMatches: at?.noMatches ?? 0,
      moves: { made: visits, fitting: visits },
    };
  });
  const none = Object.fromEntries(outcomes.map((name) => [name, 0])) as Record<Outcome, number>;
  return {
    calls,
    variants: 1,
    moves: { made: calls, fitting: calls },
    fitness: 1,
    fittingCalls: calls,
    outcomes: { ...none, routed: calls },
    turnedAway: 0,
    dropOutsElsewhere: 0,
    nodes,
    edges,
    deviations: [],
    paths: [],
  };
}
