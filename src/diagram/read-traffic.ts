import type { Replay } from '../replay/replay.ts';
import type { StepExit, Step } from './read-steps.ts';

/** How many calls there were, in all, at a step and on a way out of it. */
export interface Traffic {
  readonly calls: number;
  /** Nothing where the log can't tell: several starts whose first node is also reached otherwise. */
  enteredOf(step: Step): number | undefined;
  dropOutsOf(step: Step): number;
  callsOn(step: Step, exit: StepExit): number | undefined;
}

const edgeKey = (from: string, path: readonly (string | number)[], to: string): string =>
  `${from} ${path.join('/')} ${to}`;

/** Reads the counts of a replay by step. Edges are told apart by their way in the script. */
export function readTraffic(steps: readonly Step[], replay: Replay): Traffic {
  const nodes = new Map<string, Replay['nodes'][number]>(
    replay.nodes.map((node) => [node.id, node]),
  );
  const edges = new Map(
    replay.edges.map(({ edge, calls }) => [edgeKey(edge.from, edge.path, edge.to), calls]),
  );
  const starts = steps.filter((step) => step.node === undefined);
  const targets = new Set(
    steps
      .flatMap((step) => step.exits.flatMap((exit) => exit.edges))
      .map((edge) => edge.to as string),
  );
  const callsAlong = (step: Step['id'], own: StepExit['edges']): number =>
    own.reduce((sum, edge) => sum + (edges.get(edgeKey(step, edge.path, edge.to)) ?? 0), 0);
  const enteredOf = (step: Step): number | undefined => {
    const { source } = step;
    if (source !== undefined)
      return source.exits.reduce((sum, exit) => sum + callsAlong(source.step, exit.edges), 0);
    if (step.node !== undefined) return nodes.get(step.id)?.entered ?? 0;
    if (starts.length === 1) return replay.calls;
    const start = step.exits[0]?.targets[0];
    if (start === undefined) return 0;
    return targets.has(start) ? undefined : (nodes.get(start)?.entered ?? 0);
  };
  return {
    calls: replay.calls,
    enteredOf,
    dropOutsOf: (step) => nodes.get(step.id)?.dropOuts ?? 0,
    callsOn: (step, { edges: own, exit }) => {
      if (step.node === undefined) return exit.to === undefined ? 0 : enteredOf(step);
      return callsAlong(step.id, own);
    },
  };
}
