import { describe, expect, test } from '@jest/globals';
import { containmentOf } from '../../src/insight/containment.ts';
import { findDropOuts, worstDropOuts } from '../../src/insight/drop-outs.ts';
import { outcomeRates } from '../../src/insight/outcome-rates.ts';
import { rateOf } from '../../src/insight/rate.ts';
import { outcomes, type Outcome } from '../../src/replay/outcome.ts';
import { nodeId } from '../../src/script/names.ts';

const byOutcome = (known: Partial<Record<Outcome, number>>): Record<Outcome, number> =>
  Object.fromEntries(outcomes.map((name) => [name, known[name] ?? 0])) as Record<Outcome, number>;

describe('rates', () => {
  test.each([
    [1, 29, 'hidden'],
    [0, 0, 'hidden'],
    [15, 30, 'grey'],
    [0, 30, 'grey'],
    [500, 1000, 'shown'],
    [10, 1000, 'shown'],
  ])('%d of %d is %s', (numerator, denominator, trust) => {
    expect(rateOf(numerator, denominator).trust).toBe(trust);
  });

  test('a share of nothing has no value', () => {
    expect(rateOf(0, 0)).toMatchObject({ rate: undefined, low: undefined, high: undefined });
  });
});

describe('drop-outs', () => {
  const node = (id: string, entered: number, dropOuts: number) => ({
    id: nodeId(id),
    entered,
    visits: entered,
    dropOuts,
    noInputs: 0,
    noMatches: 0,
    moves: { made: 0, fitting: 0 },
  });

  test('are counted of the calls that came to the node', () => {
    const [main] = findDropOuts({ nodes: [node('main', 263, 81)] });
    expect(main).toMatchObject({ node: 'main', count: 81, of: 263 });
    expect(main?.low).toBeCloseTo(0.2553, 4);
  });

  test('the worst nodes are those that lose most callers; ties stay in script order', () => {
    const all = findDropOuts({
      nodes: [node('a', 9, 1), node('b', 10, 0), node('c', 99, 5), node('d', 5, 1)],
    });
    expect(worstDropOuts(all).map(({ node: id }) => id)).toEqual(['c', 'a', 'd']);
  });
});

describe('outcomes and containment', () => {
  const replay = {
    calls: 1000,
    outcomes: byOutcome({ 'self-served': 300, 'hung-up': 250, 'timed-out': 50, routed: 400 }),
  };

  test('every outcome is a share of all calls', () => {
    const rates = outcomeRates(replay);
    expect(rates.map(({ outcome }) => outcome)).toEqual([...outcomes]);
    expect(rates.reduce((sum, { rate = 0 }) => sum + rate, 0)).toBeCloseTo(1, 12);
  });

  test('containment is told with hang-ups and without, for a hang-up is no success', () => {
    const { withHangUps, withoutHangUps } = containmentOf(replay);
    expect(withHangUps).toMatchObject({ count: 600, of: 1000, rate: 0.6 });
    expect(withoutHangUps).toMatchObject({ count: 300, of: 1000, rate: 0.3 });
  });
});
