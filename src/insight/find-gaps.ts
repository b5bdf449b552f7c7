import type { HourCount } from '../calls/condensed-log.ts';

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;
/** How many weeks around an hour say how busy it usually is. */
const weeksAround = 4;
/** Where so many calls are usual, an hour without any is no chance: e^-10 is 1 in 22,000 (Poisson). */
const busy = 10;
/** A day counts as open around an hour when it has calls so many hours before and behind it. */
const openAround = 12;

/** How many hours beside a gap say whether the day was as busy as usual. */
const beside = 3;

/** Hours without a call where calls are usual. */
export interface LogGap {
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
  /** The fewest calls that such hours have at other times, added up. */
  readonly usual: number;
}

/**
 * Hours of a log in which calls are missing. An hour is judged by the same hour of the same weekday, up
 * to four weeks around; in logs too short for that, by the day before and the day after, and then only
 * inside a day that has calls on both sides. Beside a gap it must be about as busy as usual, or never be
 * busy: so days on which a line is closed, and holidays with a few calls, are no gaps.
 */
export function findGaps(hours: readonly HourCount[]): readonly LogGap[] {
  const [first, last] = [hours[0], hours.at(-1)];
  if (first === undefined || last === undefined) return [];
  const calls = new Map(hours.map(({ from, calls }) => [from, calls]));
  const callsAt = (at: number): number => calls.get(at) ?? 0;
  const isInside = (at: number): boolean => at >= first.from && at <= last.from;
  const isOpen = (at: number, direction: 1 | -1): boolean =>
    Array.from({ length: openAround }, (_, index) => at + direction * (index + 1) * hour).some(
      (other) => callsAt(other) > 0,
    );

  const usualAt = (at: number): number => {
    const weeks = Array.from({ length: weeksAround }, (_, index) => (index + 1) * week)
      .flatMap((apart) => [at - apart, at + apart])
      .filter(isInside);
    if (weeks.length > 0) return Math.min(...weeks.map(callsAt));
    if (!isOpen(at, 1) || !isOpen(at, -1)) return 0;
    return Math.min(callsAt(at - day), callsAt(at + day));
  };

  const missing = new Map<number, number>();
  for (const { from, calls: count } of hours) {
    if (count < busy) continue;
    for (const at of [from - week, from - day, from + day, from + week]) {
      if (!isInside(at) || calls.has(at)) continue;
      const usual = usualAt(at);
      if (usual >= busy) missing.set(at, usual);
    }
  }
  const gaps: { from: number; to: number; usual: number }[] = [];
  for (const [at, usual] of [...missing].sort(([a], [b]) => a - b)) {
    const before = gaps.at(-1);
    if (before?.to !== at) gaps.push({ from: at, to: at + hour, usual });
    else {
      before.to += hour;
      before.usual += usual;
    }
  }
  const isUsual = (border: number, direction: 1 | -1): boolean => {
    const around = Array.from({ length: beside }, (_, index) => border + direction * index * hour)
      .filter(isInside)
      .map((at) => ({ usual: usualAt(at), calls: callsAt(at) }));
    return (
      around.every(({ usual }) => usual < busy) ||
      around.some(({ usual, calls: own }) => usual >= busy && own * 2 >= usual)
    );
  };
  return gaps.filter(({ from, to }) => isUsual(from - hour, -1) && isUsual(to, 1));
}
