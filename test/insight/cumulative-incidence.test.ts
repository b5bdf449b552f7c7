import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cumulativeIncidence, type Departures } from '../../src/insight/cumulative-incidence.ts';
import { wilsonInterval } from '../../src/insight/wilson.ts';

type Cause = 'left' | 'chose';

const departures = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 12 }),
    cause: fc.constantFrom<Cause | undefined>('left', 'left', 'chose', 'chose', undefined),
    times: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The estimator as it is written, sum by sum, with no thought for time. */
function naive(
  all: readonly Departures<Cause>[],
  until: number,
): { share: number; variance: number } {
  const times = [...new Set(all.map(({ at }) => at))].sort((a, b) => a - b);
  const sum = (isMeant: (one: Departures<Cause>) => boolean) =>
    all.reduce((total, one) => total + (isMeant(one) ? one.times : 0), 0);
  const rows = times.filter((at) => at <= until);
  let going = 1;
  let share = 0;
  const steps = rows.map((t) => {
    const n = sum(({ at }) => at >= t);
    const d = sum(({ at, cause }) => at === t && cause !== undefined);
    const c = sum(({ at, cause }) => at === t && cause === 'left');
    const before = going;
    share += (before * c) / n;
    going *= 1 - d / n;
    return { n, d, c, before, share };
  });
  const variance = steps.reduce((total, { n, d, c, before, share: own }) => {
    const rest = share - own;
    const green = n === d ? 0 : (rest * rest * d) / (n * (n - d));
    return (
      total + green + (before * before * c * (n - c)) / n ** 3 - (2 * rest * before * c) / (n * n)
    );
  }, 0);
  return { share, variance };
}

describe('how many have left by a second, among others who choose', () => {
  test('with one way to end it is one less the estimate of Kaplan and Meier', () => {
    // Remission of leukaemia under 6-MP: Freireich and others, Blood 21 (1963) 699–716; 0 is still going on.
    const weeks: readonly (readonly [at: number, ended: number, lost: number])[] = [
      [6, 3, 1],
      [7, 1, 0],
      [9, 0, 1],
      [10, 1, 1],
      [11, 0, 1],
      [13, 1, 0],
      [16, 1, 0],
      [17, 0, 1],
      [19, 0, 1],
      [20, 0, 1],
      [22, 1, 0],
      [23, 1, 0],
      [25, 0, 1],
      [32, 0, 2],
      [34, 0, 1],
      [35, 0, 1],
    ];
    const all = weeks.flatMap(([at, ended, lost]) => [
      { at, cause: 'left' as const, times: ended },
      { at, cause: undefined, times: lost },
    ]);
    const found = cumulativeIncidence(all, 'left').map(({ at, share }) => [at, 1 - share]);
    const published = [
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ];
    expect(found).toHaveLength(published.length);
    found.forEach(([at, share = 0], index) => {
      expect(at).toBe(published[index]?.[0]);
      expect(share).toBeCloseTo(published[index]?.[1] ?? 0, 4);
    });
  });

  test('choosing is no gap in what is known: the share is that of all visits, not more', () => {
    const [, last] = cumulativeIncidence<Cause>(
      [
        { at: 1, cause: 'left', times: 10 },
        { at: 2, cause: 'chose', times: 80 },
        { at: 3, cause: 'left', times: 10 },
      ],
      'left',
    );
    // Kaplan and Meier, taking choices for gaps, would say that all have left.
    expect(last).toMatchObject({ atRisk: 10, count: 10 });
    expect(last?.share).toBeCloseTo(0.2, 12);
    expect(last?.interval.low).toBeCloseTo(wilsonInterval(20, 100)?.low ?? -1, 10);
  });

  test('without lost visits it is the plain share, with the interval of Wilson', () => {
    fc.assert(
      fc.property(departures, (all) => {
        const seen = all.filter(({ cause }) => cause !== undefined);
        const visits = seen.reduce((sum, { times }) => sum + times, 0);
        for (const { at, share, interval } of cumulativeIncidence(seen, 'left')) {
          const left = seen
            .filter((one) => one.cause === 'left' && one.at <= at)
            .reduce((sum, { times }) => sum + times, 0);
          expect(share).toBeCloseTo(left / visits, 10);
          const wilson = wilsonInterval(left, visits);
          expect(interval.low).toBeCloseTo(wilson?.low ?? -1, 8);
          expect(interval.high).toBeCloseTo(wilson?.high ?? -1, 8);
        }
      }),
    );
  });

  test('with lost visits it is what the formulas give, summed up plainly', () => {
    fc.assert(
      fc.property(departures, (all) => {
        const visits = all.reduce((sum, { times }) => sum + times, 0);
        for (const { at, share, interval } of cumulativeIncidence(all, 'left')) {
          const plain = naive(all, at);
          expect(share).toBeCloseTo(plain.share, 10);
          const isClear = plain.share < 1 - 1e-12 && plain.variance > 1e-14;
          const size = isClear
            ? Math.min(visits, (plain.share * (1 - plain.share)) / plain.variance)
            : visits;
          const wilson = wilsonInterval(Math.min(1, plain.share) * size, size);
          expect(interval.low).toBeCloseTo(wilson?.low ?? -1, 6);
          expect(interval.high).toBeCloseTo(wilson?.high ?? -1, 6);
        }
      }),
    );
  });
});
