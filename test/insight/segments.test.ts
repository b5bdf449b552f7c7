import { describe, expect, test } from '@jest/globals';
import { compareSides } from '../../src/insight/compare-sides.ts';
import { measuresOf } from '../../src/insight/measures.ts';
import { segmentsOf } from '../../src/insight/segments.ts';
import type { Slice } from '../../src/insight/slices.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main: {kind: menu, options: [{key: "1", reason: small, to: told}, {key: "2", reason: large, to: told}]}
  told: {kind: announcement, say: Done., to: bye}
  bye: {kind: hangup}
`);
const { replay } = insightInputOf(
  flow,
  eventsOf(flow, [
    '4x main 1 told bye disconnect',
    '3x main 1 hangup',
    '2x main 2 told bye disconnect',
    'main 2 hangup',
  ]),
);
const [smallServed, smallLost, largeServed, largeLost] = replay.paths;
const measures = measuresOf(flow);

/** Calls of a language, by reason: how many were served of how many. */
function slicesFor(language: string, small: [number, number], large: [number, number]): Slice[] {
  const slice = (path: Slice['path'] | undefined, calls: number, reason: string): Slice => {
    if (path === undefined) throw new Error('no such path');
    const value = { hour: '08:00', weekday: 'Mon', number: '', version: '', window: '0' };
    return { path, calls, value: { ...value, language, reason } };
  };
  return [
    slice(smallServed, small[0], 'small'),
    slice(smallLost, small[1] - small[0], 'small'),
    slice(largeServed, large[0], 'large'),
    slice(largeLost, large[1] - large[0], 'large'),
  ];
}

describe('segments', () => {
  test('a planted difference is found, with both sides and its interval', () => {
    const slices = [
      ...slicesFor('el', [100, 500], [100, 500]),
      ...slicesFor('en', [250, 500], [250, 500]),
    ];
    const { differences, flips } = segmentsOf(slices, measures);
    const served = differences.find((one) => one.value === 'el' && one.measure === 'served');
    expect(served).toMatchObject({
      by: 'language',
      rate: { count: 200, of: 1000 },
      others: { count: 500, of: 1000 },
      difference: { difference: -0.3 },
    });
    expect(served?.corrected).toBeLessThan(1e-6);
    expect(flips).toEqual([]);
  });

  test('no difference, none is listed; small segments are compared with nothing', () => {
    const slices = [
      ...slicesFor('el', [10, 14], [10, 15]),
      ...slicesFor('en', [70, 100], [65, 100]),
    ];
    const found = segmentsOf(slices, measures);
    expect(found.differences).toEqual([]);
    expect(found.small).toBe(2);
    expect(found.tables.get('language')?.map(({ value, calls }) => [value, calls])).toEqual([
      ['el', 29],
      ['en', 200],
    ]);
  });

  test('a trend that turns round among calls of the same reason is told (Simpson)', () => {
    // The shares of C. R. Charig et al. 1986, twenty times as many: chance is not the question here.
    const times = (share: [number, number]): [number, number] => [share[0] * 20, share[1] * 20];
    const slices = [
      ...slicesFor('el', times([81, 87]), times([192, 263])),
      ...slicesFor('en', times([234, 270]), times([55, 80])),
    ];
    const { flips } = segmentsOf(slices, measures);
    const flip = flips.find((one) => one.value === 'el' && one.measure === 'served');
    expect(flip).toMatchObject({ by: 'language', within: 'reason' });
    expect(flip?.pooled.difference).toBeLessThan(0);
    expect(flip?.standardised.difference).toBeGreaterThan(0);
  });
});

describe('before and after', () => {
  test('another mix of reasons is no change: standardised, nothing is left of it', () => {
    const before = { flow, slices: slicesFor('en', [720, 800], [60, 200]) };
    const after = { flow, slices: slicesFor('en', [180, 200], [240, 800]) };
    const [served] = compareSides(before, after);
    expect(served?.difference?.difference).toBeCloseTo(0.42 - 0.78, 10);
    expect(served?.sameReasons.standardised?.difference).toBeCloseTo(0, 10);
    expect(served?.corrected).toBeLessThan(0.001);
  });

  test('a handful of calls is too few to say anything', () => {
    const side = (served: number) => ({ flow, slices: slicesFor('en', [served, 14], [0, 0]) });
    expect(compareSides(side(1), side(13)).map(({ verdict }) => verdict)).toContain(
      'too few calls',
    );
  });
});
