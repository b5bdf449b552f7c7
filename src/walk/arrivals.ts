import type { Random } from './random.ts';

/**
 * Calls by the hour of the day and the day of the week (Sunday first), where 1 is a busy hour:
 * a morning and an afternoon hump, fewer at weekends. Judgement: set your own where you know them.
 */
const hourShape: readonly number[] = [
  0.06, 0.04, 0.03, 0.03, 0.04, 0.08, 0.2, 0.4, 0.75, 0.95, 1, 0.97, 0.85, 0.8, 0.88, 0.9, 0.82,
  0.7, 0.55, 0.45, 0.35, 0.25, 0.16, 0.1,
];
const dayShape: readonly number[] = [0.45, 1.15, 1.05, 1, 0.98, 0.95, 0.6];

const quarter = 15 * 60_000;
const mostSlots = 40_000;

/** When and how calls come in. Moments are milliseconds since 1970, UTC. */
export interface ArrivalPlan {
  readonly calls: number;
  readonly from: number;
  readonly to: number;
  /** Added to UTC gives the wall clock of the place. */
  readonly offsetAt: (at: number) => number;
  readonly isOpen: (at: number) => boolean;
  /** Calls in an hour when it is closed, to those it would have if it were open. */
  readonly closedHours: number;
  readonly random: Random;
}

function slotOf(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The moments at which calls begin, in order: an inhomogeneous Poisson process with a given number
 * of points, which are then independent draws from its intensity (Lewis & Shedler 1979). Time is cut
 * into quarters of an hour, longer ones for windows of more than a year.
 */
export function arrivalTimes(plan: ArrivalPlan): Float64Array {
  const { calls, from, to, offsetAt, isOpen, closedHours, random } = plan;
  const length = Math.max(quarter, Math.ceil((to - from) / mostSlots));
  const slots = Math.max(1, Math.ceil((to - from) / length));
  const sums = new Float64Array(slots);
  let total = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const start = from + slot * length;
    const share = Math.min(to - start, length) / length;
    const clock = new Date(start + offsetAt(start));
    const shape = (hourShape[clock.getUTCHours()] ?? 0) * (dayShape[clock.getUTCDay()] ?? 0);
    total += share * shape * (isOpen(start) ? 1 : closedHours);
    sums[slot] = total;
  }
  const times = new Float64Array(calls);
  for (let call = 0; call < calls; call += 1) {
    const slot = slotOf(sums, random.next() * total);
    const start = from + slot * length;
    times[call] = start + random.below(Math.max(1, Math.min(to - start, length)));
  }
  return times.sort();
}
