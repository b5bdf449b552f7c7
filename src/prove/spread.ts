import { addBits, common, isEmpty, noBits, without, type Bits } from './bits.ts';
import type { BadEnd, End } from './move.ts';
import type { Maze, Passage } from './maze.ts';

/** Calls that come to a spot with the same least effort, by the same way. */
export interface Arrival {
  readonly spot: number;
  /** In which worlds, or at which boundaries. */
  readonly bits: Bits;
  /** How many actions of the caller it took. */
  readonly effort: number;
  readonly before: Arrival | undefined;
  readonly passage: Passage | undefined;
  /** The entry that was dialled. */
  readonly entry: number;
  /** True where the world changed on the way through the last passage. */
  readonly crossed?: true;
}

/** Calls that end. */
export interface Ending {
  readonly end: End;
  /** Nothing where an entry leads nowhere. */
  readonly arrival: Arrival | undefined;
  readonly passage: Passage | undefined;
  readonly bits: Bits;
  readonly effort: number;
  readonly entry: number;
}

export interface BadEnding extends Ending {
  readonly end: BadEnd;
}

/** Where calls come to. */
export interface Spread {
  /** For each spot, in which worlds or at which boundaries a call can be there. */
  readonly reached: readonly Bits[];
  readonly arrivals: readonly Arrival[];
  readonly endings: readonly Ending[];
}

export function isBad(ending: Ending): ending is BadEnding {
  return ending.end.ends === 'badly';
}

/**
 * Spreads calls over a maze from where they begin until nothing new is reached. Each spot is come to
 * with the least effort in every world first, so that the ways remembered are the shortest. Cost:
 * passages × worlds / 32, and not the number of paths.
 */
export function spread(
  maze: Maze,
  seeds: readonly Arrival[],
  size: number,
  possible: (passage: Passage) => Bits | undefined,
): Spread {
  const reached = maze.spots.map(() => noBits(size));
  const arrivals: Arrival[] = [];
  const endings: Ending[] = [];
  // Efforts are small whole numbers: one list for each, in the order of their making.
  const waiting: (Arrival[] | undefined)[] = [];
  const wait = (arrival: Arrival) => {
    (waiting[arrival.effort] ??= []).push(arrival);
  };
  for (const seed of seeds) wait(seed);
  for (let effort = 0; effort < waiting.length; effort += 1) {
    // The list grows while it is walked.
    for (const come of waiting[effort] ?? []) {
      const been = reached[come.spot];
      if (been === undefined) continue;
      const bits = without(come.bits, been);
      if (isEmpty(bits)) continue;
      addBits(been, bits);
      const arrival: Arrival = { ...come, bits };
      arrivals.push(arrival);
      for (const passage of maze.passages[come.spot] ?? []) {
        const when = possible(passage);
        const on = when === undefined ? bits : common(bits, when);
        if (isEmpty(on)) continue;
        const total = effort + passage.effort;
        const { entry } = arrival;
        if (passage.end === undefined)
          wait({
            spot: passage.to,
            bits: on,
            effort: total,
            before: arrival,
            passage,
            entry,
          });
        else endings.push({ end: passage.end, arrival, passage, bits: on, effort: total, entry });
      }
    }
    waiting[effort] = undefined;
  }
  return { reached, arrivals, endings };
}
