import type { DwellHistogram } from './condensed-log.ts';

/** How often a stretch at a node began so, ended so, and took that long: one bar of a histogram. */
export interface DwellTime extends Omit<DwellHistogram, 'ms' | 'times'> {
  /** Whole milliseconds, cut to three significant digits. */
  readonly ms: number;
  readonly times: number;
}

/** All bars of histograms, one after the other. */
export function* dwellTimes(histograms: readonly DwellHistogram[]): Generator<DwellTime> {
  for (const { node, from, to, value, ms, times } of histograms) {
    for (const [index, time] of ms.entries())
      yield { node, from, to, value, ms: time, times: times[index] ?? 0 };
  }
}
