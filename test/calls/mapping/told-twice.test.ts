import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderTeller, type Timed } from '../../../src/calls/mapping/told-twice.ts';

const hour = 3_600_000;
const minute = 60_000;

/** A clock that is set back by an hour at 0: it shows 0 to 1 h twice. */
function shown(at: number): Timed<number> {
  if (at < -hour || at >= hour) return { row: at, at };
  const first = at < 0 ? at : at - hour;
  return { row: at, first, second: first + hour };
}

function tell(moments: readonly number[]): readonly (number | undefined)[] {
  const teller = orderTeller<number>();
  const settled = [...moments.flatMap((at) => teller.take(shown(at))), ...teller.finish()];
  expect(settled.map(({ row }) => row)).toEqual(moments);
  return settled.map(({ at }) => at);
}

describe('an hour that comes twice', () => {
  test('is told by the times falling back once', () => {
    const moments = Array.from({ length: 40 }, (_, index) => (index - 20) * 6 * minute);
    expect(tell(moments)).toEqual(moments);
  });

  test('is told for a log that begins in it', () => {
    const moments = [-20, -10, -1, 1, 30, 59, 70].map((at) => at * minute);
    expect(tell(moments)).toEqual(moments);
  });

  test('is the second one where the first would be too late', () => {
    const moments = [65, 59.5, 66].map((at) => at * minute);
    expect(tell(moments)).toEqual(moments);
  });

  test('is not guessed where nothing tells', () => {
    expect(tell([-70, -50, -10, 70].map((at) => at * minute))).toEqual([
      -70 * minute,
      undefined,
      undefined,
      70 * minute,
    ]);
  });

  test('is not told by a log that is out of order', () => {
    const moments = [-90, 80, -100, -10, -50, 20].map((at) => at * minute);
    expect(tell(moments)).toEqual([...moments.slice(0, 3), undefined, undefined, undefined]);
  });

  test('is never told wrongly for a log in order of time', () => {
    const moments = fc.array(fc.integer({ min: -90 * 60, max: 90 * 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(moments, (seconds) => {
        const inOrder = seconds.map((second) => second * 1000).sort((a, b) => a - b);
        tell(inOrder).forEach((at, index) => {
          expect([undefined, inOrder[index]]).toContain(at);
        });
      }),
    );
  });
});
