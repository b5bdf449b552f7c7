import type { NodeId } from '../../script/names.ts';
import type { Source } from '../../source/source.ts';
import type { Extent } from '../../source/tree.ts';
import { mapperOf } from './applications.ts';
import { waysOf, type Block, type Keys, type Spot, type Way } from './block.ts';
import type { Dialplan, Leftover } from './dialplan.ts';
import { emptyEnvironment, joinEnvironments, type Environment } from './environment.ts';
import { createFindExtension } from './find-extension.ts';
import { createJumps } from './jumps.ts';
import { createKeySets } from './key-sets.ts';
import { askedAmong, trimmed } from './known-variables.ts';
import { mapWaitExten } from './map-listen.ts';
import { createPoints, type Point } from './points.ts';
import { createStepCalls } from './step-calls.ts';
import { namesIn } from './substitute.ts';

/** What was found by following a dialplan from its entries. */
export interface Explored {
  /** In the order in which they were come to. */
  readonly spots: ReadonlyMap<NodeId, Spot>;
  readonly keys: ReadonlyMap<NodeId, Keys>;
  /** How many ways lead to a spot. */
  readonly arrivals: ReadonlyMap<NodeId, number>;
  /** The first environment of each spot tells what counters begin with. */
  readonly environments: ReadonlyMap<NodeId, Environment>;
  readonly entries: readonly Way[];
  readonly notes: readonly Leftover[];
  /** Names that ways have which lead to nothing that is there. */
  readonly missing: ReadonlyMap<NodeId, string>;
}

/** An entry: an extension of a context. */
export interface Entry {
  readonly context: string;
  readonly extension: string;
}

/**
 * Follows all ways that a call can take from the entries, with what is known of variables on each.
 * Where ways meet, only what they agree on stays known, so every step is looked at a few times at the
 * most. Nothing recurses; subroutines are followed only as far as there is room.
 */
export function explore(dialplan: Dialplan, source: Source, entries: readonly Entry[]): Explored {
  const find = createFindExtension(dialplan);
  const notes = new Map<string, Leftover>();
  const note = (message: string, at: Extent) => {
    notes.set(`${at.start}\n${message}`, { message, at });
  };
  const points = createPoints(dialplan.steps.length);
  const { pointAt, byId } = points;
  const jumps = createJumps(dialplan, find, pointAt);
  const keySets = createKeySets({ dialplan, find, note }, pointAt);
  const callAt = createStepCalls({ dialplan, source, points, jumps, keySets, note });

  const isAsked = askedAmong(dialplan.steps.flatMap((step) => namesIn(step.arguments.text)));
  const environments = new Map<NodeId, Environment>();
  const blocks = new Map<NodeId, Block>();
  const from = new Map<NodeId, Set<NodeId>>();
  const waiting: NodeId[] = [];
  const queued = new Set<NodeId>();

  const blockAt = (point: Point, environment: Environment): Block => {
    const call = callAt(point, environment);
    const made = point.isEnd
      ? mapWaitExten({ ...call, text: () => undefined, hasNext: false })
      : mapperOf(call.application)(call);
    const isInside = made.kind === 'pass' && !/^(?:gosub|macro)/.test(call.application);
    if (point.assumed === undefined || isInside) return made;
    // Something is heard: from here on it is the same whatever was pressed.
    const { inline, step, frame, isEnd } = point;
    const plain = pointAt(step, frame, undefined, {
      inline,
      isEnd,
      branch: inline === undefined ? 0 : 9,
    });
    return { kind: 'pass', to: plain, effects: [], environment };
  };

  const arrive = (way: Way, environment: Environment, origin: NodeId) => {
    if (way === undefined) return;
    const origins = from.get(way);
    if (origins === undefined) from.set(way, new Set([origin]));
    else origins.add(origin);
    const before = environments.get(way);
    const after = before === undefined ? environment : joinEnvironments(before, environment);
    if (before !== undefined && after === before) return;
    environments.set(way, after);
    if (!queued.has(way)) {
      queued.add(way);
      waiting.push(way);
    }
  };

  const began = entries.map(({ context, extension }) => {
    const step = dialplan.contexts.get(context)?.extensions.get(extension)?.steps.get(1);
    return step === undefined ? undefined : pointAt(step, undefined, undefined);
  });
  for (const way of began) arrive(way, emptyEnvironment, '@start' as NodeId);
  for (const id of waiting) {
    queued.delete(id);
    const environment = environments.get(id) ?? emptyEnvironment;
    const keys = keySets.byId.get(id);
    if (keys !== undefined) {
      for (const { way } of keys.choices) arrive(way, environment, id);
      arrive(keys.invalid, environment, id);
      continue;
    }
    const point = byId.get(id);
    if (point === undefined) continue;
    const block = blockAt(point, environment);
    blocks.set(id, block);
    const kept = trimmed(block.environment, isAsked);
    for (const way of waysOf(block)) arrive(way, kept, id);
  }

  const spots = new Map<NodeId, Spot>();
  for (const [id, block] of blocks) {
    const step = byId.get(id)?.step;
    if (step !== undefined) spots.set(id, { id, step, block });
  }
  return {
    spots,
    keys: keySets.byId,
    arrivals: new Map([...from].map(([id, origins]) => [id, origins.size])),
    environments,
    entries: began,
    notes: [...notes.values()],
    missing: jumps.missing(),
  };
}
