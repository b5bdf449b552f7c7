import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reasonDemands } from '../../src/insight/reason-demand.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main:
    kind: menu
    options:
      - {key: "1", reason: bills, to: bills}
      - {key: "2", to: more}
    noInput: {to: bills}
  more:
    kind: menu
    options:
      - {key: "1", reason: faults, to: faults}
      - {key: "2", reason: moves, to: faults}
  bills: {kind: queue, queue: bills}
  faults: {kind: queue, queue: faults}`);

const demandsOf = (calls: readonly string[]) => {
  const { replay } = insightInputOf(flow, eventsOf(flow, calls));
  return reasonDemands(flow, replay);
};
const bills = 'main 1 bills queue:bills answer';
const faults = 'main 2 more 1 faults queue:faults answer';

describe('demand by reason', () => {
  test('is larger than told for what stands where calls are lost', () => {
    const { reasons, unknown, unexplained } = demandsOf([
      `400x ${bills}`,
      `200x ${faults}`,
      '200x main 2 more hangup',
      '200x main hangup',
    ]);
    expect(unknown).toMatchObject({ count: 400, of: 1000 });
    expect(unexplained).toBeCloseTo(0, 9);
    const [first, second, third] = reasons;
    // Of 1,000 calls 800 got on from the first menu: half of them to bills, half to the second menu.
    expect(first?.share).toBeCloseTo(500.5 / 1001.5, 9);
    expect(second).toMatchObject({ least: 0.2, most: 0.6 });
    expect(second?.share).toBeCloseTo(500.5 / 1001.5, 9);
    expect(second?.told.rate).toBeCloseTo(1 / 3, 9);
    expect(third?.reason).toBe('moves');
    expect(third?.share).toBeCloseTo(0.5 / 1001.5, 9);
  });

  test('leaves those out who told nothing and were not lost on the way', () => {
    const { unknown, unexplained, reasons } = demandsOf([
      `50x ${bills}`,
      '10x main ~ bills queue:bills answer',
    ]);
    expect(unknown.count).toBe(10);
    expect(unexplained).toBeCloseTo(10, 9);
    expect(reasons[0]).toMatchObject({ reason: 'bills', most: 1 });
  });

  test('adds up to all calls that could tell, and stays within its bounds but for the half call added', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { reasons, unexplained } = demandsOf([
          ...(a > 0 ? [`${a}x ${bills}`] : []),
          ...(b > 0 ? [`${b}x ${faults}`] : []),
          ...(c > 0 ? [`${c}x main 2 more hangup`] : []),
          ...(d > 0 ? [`${d}x main hangup`] : []),
        ]);
        expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const calls = a + b + c + d;
        if (a > 0 && b > 0) expect(unexplained).toBeCloseTo(0, 9);
        for (const { share, least, most } of reasons) {
          expect(share).toBeLessThanOrEqual(most + 1.5 / Math.max(1, calls));
          expect(share).toBeGreaterThanOrEqual(least - 1.5 / Math.max(1, calls));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('is nothing in a log without calls', () => {
    expect(demandsOf([]).reasons.map(({ told }) => told.of)).toEqual([0, 0, 0]);
  });
});
