import type { NodeId } from '../script/names.ts';
import { startCall } from '../walk/start-call.ts';
import { isEnd, type BadEnd, type End, type Move } from './move.ts';
import { movesFrom } from './moves-from.ts';
import type { Routes } from './routes.ts';
import { spotOf, type Spot } from './spot.ts';

/** A way from one spot to another, or to an end. */
export interface Passage extends Omit<Move, 'to'> {
  /** The position of the spot that it leads to, unless it ends the call. */
  readonly to: number;
  readonly end: End | undefined;
}

/** Where calls begin: the position of the entry in the script, and of its spot. */
export interface Entrance {
  readonly entry: number;
  readonly spot: number;
  /** An entry that leads to no node. */
  readonly end: BadEnd | undefined;
}

/** Every spot that a call can come to, whatever the time, and the ways between them. */
export interface Maze {
  readonly spots: readonly Spot[];
  readonly passages: readonly (readonly Passage[])[];
  readonly entrances: readonly Entrance[];
  /** Nodes behind which nothing was looked at, because there were too many spots. */
  readonly uncovered: ReadonlySet<NodeId>;
}

/**
 * Finds all spots, breadth first from the entries. What lies behind more than `mostSpots` of them is
 * left out, and said to be.
 */
export function buildMaze(routes: Routes, mostSpots: number): Maze {
  const { flow, asked } = routes;
  const spots: Spot[] = [];
  const known = new Map<string, number>();
  const uncovered = new Set<NodeId>();
  const place = (spot: Spot): number | undefined => {
    const before = known.get(spot.key);
    if (before !== undefined) return before;
    if (spots.length >= mostSpots) {
      uncovered.add(spot.node);
      return undefined;
    }
    known.set(spot.key, spots.length);
    spots.push(spot);
    return spots.length - 1;
  };

  const entrances = flow.script.entries.flatMap((_, entry): readonly Entrance[] => {
    const { state } = startCall(flow, entry);
    const { node } = state;
    if (node === undefined) {
      const start = flow.script.entries[entry]?.start;
      const end: BadEnd | undefined =
        start === undefined
          ? undefined
          : { ends: 'badly', reason: 'nowhere', node: start, sure: true };
      return [{ entry, spot: -1, end }];
    }
    const besides = { host: {}, supposed: {}, told: false, sure: true };
    const spot = place(spotOf({ ...state, node }, asked, besides));
    return spot === undefined ? [] : [{ entry, spot, end: undefined }];
  });

  const passages: (readonly Passage[])[] = [];
  // A list that grows while it is walked is a queue.
  for (const spot of spots) {
    passages.push(
      movesFrom(routes, spot).flatMap(({ to, ...move }): readonly Passage[] => {
        if (isEnd(to)) return [{ ...move, to: -1, end: to }];
        const target = place(to);
        return target === undefined ? [] : [{ ...move, to: target, end: undefined }];
      }),
    );
  }
  return { spots, passages, entrances, uncovered };
}
