import type { DwellHistogram } from '../../src/calls/condensed-log.ts';
import type { DwellTime } from '../../src/calls/dwell-times.ts';

/** Histograms of times that stand in order: those of the same stretch become one. */
export function histogramsOf(times: readonly DwellTime[]): readonly DwellHistogram[] {
  const found = new Map<string, DwellTime[]>();
  for (const time of times) {
    const { node, from, to, value } = time;
    const key = JSON.stringify([node, from, to, value]);
    found.set(key, [...(found.get(key) ?? []), time]);
  }
  return [...found.values()].flatMap((same) =>
    same.slice(0, 1).map(({ node, from, to, value }) => ({
      ...{ node, from, to, value },
      ms: same.map(({ ms }) => ms),
      times: same.map(({ times: count }) => count),
    })),
  );
}
