import type { CallFlow } from '../flow/call-flow.ts';
import type { Action } from '../walk/action.ts';
import type { CallState } from '../walk/call-state.ts';
import { startCall } from '../walk/start-call.ts';
import { step } from '../walk/step.ts';
import type { World } from '../walk/world.ts';
import type { Maze, Passage } from './maze.ts';
import type { Arrival, Ending } from './spread.ts';

/** The way of a call: the passages that it takes, and on which of them the world changes. */
export interface Way {
  readonly entry: number;
  readonly passages: readonly Passage[];
  readonly crossing: number | undefined;
}

/** The way that an ending was found on. */
export function wayOf({ arrival, passage, entry }: Ending): Way {
  const arrivals: Arrival[] = [];
  for (let here = arrival; here !== undefined; here = here.before) arrivals.unshift(here);
  const own = arrivals.flatMap((one) => one.passage ?? []);
  const passages = passage === undefined ? own : [...own, passage];
  // The first arrival has no passage.
  const crossed = arrivals.findIndex((one) => one.crossed === true);
  return { entry, passages, crossing: crossed < 0 ? undefined : crossed - 1 };
}

/** Everything that happens on a way, for as long as it goes on as told. */
export interface Played {
  /** Whether every passage led where it was said to lead. */
  readonly asTold: boolean;
  /** Seconds from the start of the call to the start of each passage, and to the end. */
  readonly seconds: readonly number[];
  /** The call before its last passage. */
  readonly last: CallState;
}

/** Plays a way by the step function in a world, which may be another one for each passage. */
export function playWay(
  flow: CallFlow,
  maze: Maze,
  { entry, passages }: Way,
  worldAt: (passage: number) => World,
): Played {
  let { state } = startCall(flow, entry);
  let last = state;
  const seconds = [state.seconds];
  for (const [index, { actions, share, status, to }] of passages.entries()) {
    const world: World = {
      ...worldAt(index),
      ...(share === undefined ? {} : { share }),
      ...(status === undefined ? {} : { queueStatus: () => status }),
    };
    last = state;
    for (const action of actions) ({ state } = step(flow, state, action, world));
    seconds.push(state.seconds);
    const meant = maze.spots[to]?.node;
    if (meant !== undefined && (state.node !== meant || state.ended !== undefined))
      return { asTold: false, seconds, last };
  }
  return { asTold: true, seconds, last };
}

/** The actions of a way, in order; a branch by share brings its draw. */
export function actionsOf({ passages }: Way): readonly Action[] {
  return passages.flatMap(({ actions, share }) =>
    share === undefined
      ? actions
      : actions.map((action) => (action.do === 'next' ? { ...action, share } : action)),
  );
}
