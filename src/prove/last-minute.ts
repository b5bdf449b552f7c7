import { alike, first } from './alike.ts';
import { bitsWhere, common, hasBit, isEmpty, membersOf, noBits, type Bits } from './bits.ts';
import { componentsOf } from './components.ts';
import type { Maze, Passage } from './maze.ts';
import { spread, type Arrival, type BadEnding, type Spread } from './spread.ts';
import type { TimeWorlds } from './time-worlds.ts';

/** Calls that meet a change of the world on their way. */
export interface LastMinute {
  readonly spread: Spread;
  /** At which boundaries a passage can be taken after them. */
  readonly possible: (passage: Passage) => Bits | undefined;
  /** At which boundaries a call can be on the way through a passage when they come. */
  readonly crossing: (spot: number, passage: Passage) => Bits;
  readonly size: number;
}

/** Asks once of each set, told apart by what is in it. */
function rememberSets(ask: (bits: Bits) => Bits): (bits: Bits) => Bits {
  const answers = new Map<string, Bits>();
  const known = new WeakMap<Bits, Bits>();
  return (bits) => {
    const same = known.get(bits);
    if (same !== undefined) return same;
    const key = bits.join();
    const answer = answers.get(key) ?? ask(bits);
    answers.set(key, answer);
    known.set(bits, answer);
    return answer;
  };
}

/**
 * Walks the calls that set out before a boundary and go on behind it: what they asked before was true
 * then, and what they meet is as it is now. One boundary a call.
 */
export function lastMinuteCalls(maze: Maze, still: Spread, { boundaries }: TimeWorlds): LastMinute {
  const size = boundaries.length;
  const kindsBy = (side: 'before' | 'after') =>
    rememberSets((worlds) =>
      bitsWhere(size, (kind) => hasBit(worlds, boundaries[kind]?.[side] ?? -1)),
    );
  const after = kindsBy('after');
  const setOut = kindsBy('before');
  const leaving = (worlds: Bits, { when }: Passage): Bits =>
    setOut(when === undefined ? worlds : common(worlds, when));

  const seeds = still.arrivals.flatMap((arrival): readonly Arrival[] =>
    (maze.passages[arrival.spot] ?? []).flatMap((passage): readonly Arrival[] => {
      if (passage.end !== undefined || passage.seconds.most <= 0) return [];
      const bits = leaving(arrival.bits, passage);
      if (isEmpty(bits)) return [];
      const effort = arrival.effort + passage.effort;
      const { entry } = arrival;
      return [{ spot: passage.to, bits, effort, before: arrival, passage, entry, crossed: true }];
    }),
  );
  const possible = ({ when }: Passage) => (when === undefined ? undefined : after(when));
  const never = noBits(size);
  const crossed = new Map<Passage, Bits>();
  return {
    spread: spread(maze, seeds, size, possible),
    possible,
    crossing: (spot, passage) => {
      if (passage.seconds.most <= 0) return never;
      const before = crossed.get(passage);
      if (before !== undefined) return before;
      const made = leaving(still.reached[spot] ?? never, passage);
      crossed.set(passage, made);
      return made;
    },
    size,
  };
}

/** The spots from which one of these can be come to, and these. */
function leadingTo(maze: Maze, spots: Iterable<number>): ReadonlySet<number> {
  const into = maze.spots.map((): number[] => []);
  maze.passages.forEach((passages, from) => {
    for (const { to } of passages) into[to]?.push(from);
  });
  const seen = new Set(spots);
  // A set that grows while it is walked is a queue.
  for (const spot of seen) for (const from of into[spot] ?? []) seen.add(from);
  return seen;
}

/**
 * The longest time in seconds from a boundary to where calls end badly, for each kind of boundary: every
 * step as slow as it can be, at most `longest` in all, and that where calls can go round on the way.
 */
export function longestWaits(
  maze: Maze,
  { possible, crossing, size }: LastMinute,
  endings: readonly BadEnding[],
  longest: number,
): ReadonlyMap<number, number> {
  const goals = new Set(endings.map(({ arrival }) => arrival?.spot ?? -1));
  const region = leadingTo(maze, goals);
  const passagesIn = (spot: number) =>
    (maze.passages[spot] ?? []).filter(({ end, to }) => end === undefined && region.has(to));
  const masks: Bits[] = [];
  for (const spot of region) {
    for (const passage of passagesIn(spot)) {
      const when = possible(passage);
      if (when !== undefined) masks.push(when);
      masks.push(crossing(spot, passage));
    }
  }
  for (const { bits } of endings) masks.push(bits);
  const kinds = bitsWhere(size, (kind) => endings.some(({ bits }) => hasBit(bits, kind)));
  const waits = new Map<number, number>();
  for (const part of alike(kinds, masks)) {
    const kind = first(part);
    const wait = longestWait(kind);
    for (const member of membersOf(part)) waits.set(member, wait);
  }
  return waits;

  function longestWait(kind: number): number {
    const goalsNow = new Set(
      endings.flatMap(({ arrival, bits }) => (hasBit(bits, kind) ? (arrival?.spot ?? []) : [])),
    );
    const open = (spot: number) =>
      passagesIn(spot).filter((passage) => {
        const when = possible(passage);
        return when === undefined || hasBit(when, kind);
      });
    // Longest time from each spot to a goal; components come after those that they lead to.
    const left = new Map<number, number>();
    for (const round of componentsOf(region, (spot) => open(spot).map(({ to }) => to))) {
      const members = new Set(round);
      let most = round.some((spot) => goalsNow.has(spot)) ? 0 : -Infinity;
      let turns = false;
      for (const spot of round) {
        for (const { to, seconds } of open(spot)) {
          if (members.has(to)) turns ||= seconds.most > 0;
          else most = Math.max(most, seconds.most + (left.get(to) ?? -Infinity));
        }
      }
      const reaches = most > -Infinity;
      for (const spot of round) left.set(spot, reaches && turns ? longest : most);
    }
    let most = 0;
    for (const spot of region) {
      for (const passage of passagesIn(spot)) {
        if (!hasBit(crossing(spot, passage), kind)) continue;
        most = Math.max(most, passage.seconds.most + (left.get(passage.to) ?? -Infinity));
      }
    }
    return Math.min(most, longest);
  }
}
