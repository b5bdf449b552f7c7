import { addBits, membersOf, noBits, type Bits } from './bits.ts';
import type { BadEnd } from './move.ts';
import type { BadEnding } from './spread.ts';

/** All calls that end badly for one reason at one node, and the shortest of them. */
export interface RootCause {
  readonly key: string;
  readonly end: BadEnd;
  /** The worlds, or the boundaries, at which it can happen. */
  readonly bits: Bits;
  readonly endings: readonly BadEnding[];
  /** The shortest way to it, the earliest of those that are as short. */
  readonly shortest: BadEnding;
  /** The world, or the boundary, of the earliest moment at which the shortest way leads there. */
  readonly world: number;
}

/** What makes two bad ends one. */
function causeKey({ reason, node, queue, number, language, sure }: BadEnd): string {
  return [reason, node, queue ?? '', number ?? '', language ?? '', sure ? 'sure' : ''].join(' ');
}

/** Gathers bad ends by their causes. `momentOf` is the first moment of a world or a boundary. */
export function rootCauses(
  endings: readonly BadEnding[],
  size: number,
  momentOf: (member: number) => number,
): readonly RootCause[] {
  const groups = new Map<string, BadEnding[]>();
  for (const ending of endings) {
    const key = causeKey(ending.end);
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [ending]);
    else others.push(ending);
  }
  return [...groups].flatMap(([key, group]): readonly RootCause[] => {
    const bits = noBits(size);
    let best: { ending: BadEnding; world: number; moment: number } | undefined;
    for (const ending of group) {
      addBits(bits, ending.bits);
      if (best !== undefined && ending.effort > best.ending.effort) continue;
      for (const world of membersOf(ending.bits)) {
        const moment = momentOf(world);
        const isBetter =
          best === undefined ||
          ending.effort < best.ending.effort ||
          (ending.effort === best.ending.effort && moment < best.moment);
        if (isBetter) best = { ending, world, moment };
      }
    }
    if (best === undefined) return [];
    const { ending, world } = best;
    return [{ key, end: ending.end, bits, endings: group, shortest: ending, world }];
  });
}
