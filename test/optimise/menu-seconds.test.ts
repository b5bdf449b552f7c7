import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { menuSeconds, optionSeconds } from '../../src/optimise/menu-seconds.ts';

const heardUntilChosen = { header: 1, press: 2, entry: 0, fullListenShare: 0 };

const itemsOf = (seconds: readonly number[], weights: readonly number[]) =>
  seconds.map((length, index) => ({ seconds: length, weight: weights[index] ?? 0 }));

describe('seconds in a menu', () => {
  test('four options of 3 s, half of the callers wanting the first, take 8.7 s', () => {
    const items = itemsOf([3, 3, 3, 3], [0.5, 0.2, 0.2, 0.1]);
    expect(menuSeconds(items, heardUntilChosen)).toBeCloseTo(8.7, 10);
  });

  test('options of 3, 8, 2 and 4 s in the best order take 13 s', () => {
    const items = itemsOf([3, 8, 2, 4], [0.3, 0.4, 0.1, 0.2]);
    expect(menuSeconds(items, heardUntilChosen)).toBeCloseTo(13, 10);
  });

  test('callers hear the options up to the one they choose', () => {
    expect(optionSeconds([2, 3, 4], 0)).toEqual([2, 5, 9]);
  });

  test('without barge-in they hear them all, so the order makes no difference', () => {
    expect(optionSeconds([2, 3, 4], 1)).toEqual([9, 9, 9]);
  });

  test('the listening taxes of the options add up to the listening', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 9 }),
        (pairs) => {
          const items = pairs.map(([seconds, weight]) => ({ seconds, weight }));
          const taxes = items.map((item, index) => {
            const listening = items.slice(index).reduce((sum, { weight }) => sum + weight, 0);
            return item.seconds * listening;
          });
          const constants = { header: 0, press: 0, entry: 0, fullListenShare: 0 };
          const tax = taxes.reduce((sum, each) => sum + each, 0);
          expect(menuSeconds(items, constants)).toBe(tax);
        },
      ),
    );
  });

  test('an option that no one wants costs nothing at the end, and its time to those who hear it all', () => {
    const items = itemsOf([3, 3], [0.6, 0.4]);
    const more = [...items, { seconds: 4, weight: 0 }];
    expect(menuSeconds(more, heardUntilChosen)).toBeCloseTo(menuSeconds(items, heardUntilChosen));
    const half = { ...heardUntilChosen, fullListenShare: 0.5 };
    expect(menuSeconds(more, half) - menuSeconds(items, half)).toBeCloseTo(0.5 * 4, 10);
  });
});
