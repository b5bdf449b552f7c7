import { alike, first } from './alike.ts';
import { addBits, common, hasBit, isEmpty, noBits, without, type Bits } from './bits.ts';
import { componentsOf } from './components.ts';
import type { Maze, Passage } from './maze.ts';
import type { BadEnding, Spread } from './spread.ts';

/** For each spot, in which worlds some end, good or bad, can be reached from it. */
function canEnd(maze: Maze, everywhere: Bits): readonly Bits[] {
  const size = everywhere.length * 32;
  const ends = maze.spots.map(() => noBits(size));
  const into = maze.spots.map((): { from: number; passage: Passage }[] => []);
  const waiting: number[] = [];
  const isWaiting = maze.spots.map(() => false);
  const grow = (spot: number, bits: Bits) => {
    const known = ends[spot];
    if (known === undefined || isEmpty(without(bits, known))) return;
    addBits(known, bits);
    if (isWaiting[spot] === true) return;
    isWaiting[spot] = true;
    waiting.push(spot);
  };
  maze.passages.forEach((passages, from) => {
    for (const passage of passages) {
      if (passage.end === undefined) into[passage.to]?.push({ from, passage });
      else grow(from, passage.when ?? everywhere);
    }
    // What was left out may end in any way.
    if (passages.length === 0) grow(from, everywhere);
  });
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    isWaiting[here] = false;
    const bits = ends[here] ?? everywhere;
    for (const { from, passage } of into[here] ?? [])
      grow(from, passage.when === undefined ? bits : common(bits, passage.when));
  }
  return ends;
}

/**
 * Calls that can only go round until the caller hangs up: for each round, the shortest way into it.
 * An `endless-loop` goes round by itself; in one without a way out callers act, and nothing helps.
 */
export function stuckCalls(maze: Maze, spread: Spread, everywhere: Bits): readonly BadEnding[] {
  if (maze.uncovered.size > 0) return [];
  const ends = canEnd(maze, everywhere);
  const stuck = spread.reached.map((bits, spot) => without(bits, ends[spot] ?? everywhere));
  const spots = [...stuck.keys()].filter((spot) => !isEmpty(stuck[spot] ?? noBits(0)));
  if (spots.length === 0) return [];
  const masks = spots.flatMap((spot) => [
    stuck[spot] ?? everywhere,
    ...(maze.passages[spot] ?? []).flatMap(({ when }) => when ?? []),
  ]);
  const all = noBits(everywhere.length * 32);
  for (const spot of spots) addBits(all, stuck[spot] ?? all);
  return alike(all, masks).flatMap((worlds) => {
    const world = first(worlds);
    const inside = spots.filter((spot) => hasBit(stuck[spot] ?? noBits(0), world));
    const open = (spot: number): readonly Passage[] =>
      (maze.passages[spot] ?? []).filter(({ when }) => when === undefined || hasBit(when, world));
    const rounds = componentsOf(inside, (spot) => open(spot).map(({ to }) => to));
    return rounds.flatMap((round): readonly BadEnding[] => {
      const members = new Set(round);
      const ways = round.flatMap((spot) => open(spot));
      if (ways.length === 0 || ways.some(({ to }) => !members.has(to))) return [];
      const arrival = spread.arrivals.find(
        ({ spot, bits }) => members.has(spot) && !isEmpty(common(bits, worlds)),
      );
      const spot = maze.spots[arrival?.spot ?? -1];
      if (arrival === undefined || spot === undefined) return [];
      const byItself = ways.every(({ effort }) => effort === 0);
      const { node, sure } = spot;
      const reason = byItself ? 'endless-loop' : 'no-way-out';
      const { effort, entry } = arrival;
      const end = { ends: 'badly', reason, node, sure } as const;
      return [{ end, arrival, passage: undefined, bits: worlds, effort, entry }];
    });
  });
}
