import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mergeCalls } from '../../src/walk/merge-calls.ts';

interface Row {
  readonly at: number;
  readonly call: number;
  readonly place: number;
}

const anyCalls = fc
  .array(fc.tuple(fc.nat(20), fc.array(fc.nat(8), { maxLength: 6 })), { maxLength: 30 })
  .map((calls) =>
    calls
      .toSorted(([a], [b]) => a - b)
      .map(([start, gaps], call): readonly Row[] => {
        let at = start;
        return gaps.map((gap, place) => ({ at: (at += place === 0 ? 0 : gap), call, place }));
      }),
  );

describe('calls that go on at once', () => {
  test('their rows come in the order of time, then of calls, then as the call has them', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        const order = (a: Row, b: Row) => a.at - b.at || a.call - b.call || a.place - b.place;
        expect([...mergeCalls(calls)]).toEqual(calls.flat().toSorted(order));
      }),
    );
  });

  test('a call is asked for only when those before it have got as far', () => {
    let asked = 0;
    function* calls() {
      for (let call = 0; call < 100; call += 1) {
        asked += 1;
        yield [{ at: call * 10 }, { at: call * 10 + 1 }];
      }
    }
    const rows = mergeCalls(calls())[Symbol.iterator]();
    for (let row = 0; row < 4; row += 1) rows.next();
    expect(asked).toBeLessThan(5);
  });
});
