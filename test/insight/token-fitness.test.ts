import { describe, expect, test } from '@jest/globals';
import { tokenFitness, tokensOf } from '../../src/insight/token-fitness.ts';

describe('fitness as process mining counts it', () => {
  // A net in which b and c follow a, in any order, before d.
  test.each([
    {
      trace: 'a b c d',
      tokens: { produced: 6, consumed: 6, missing: 0, remaining: 0 },
      fitness: 1,
    },
    {
      trace: 'a b d',
      tokens: { produced: 5, consumed: 5, missing: 1, remaining: 1 },
      fitness: 0.8,
    },
  ])('is the published one for the trace $trace', ({ tokens, fitness }) => {
    expect(tokenFitness(tokens)).toBeCloseTo(fitness, 12);
  });

  test('is that of moves on a menu, with a token for the beginning of each call', () => {
    expect(tokenFitness(tokensOf({ calls: 1, made: 4, fitting: 4 }))).toBe(1);
    expect(tokenFitness(tokensOf({ calls: 1, made: 4, fitting: 3 }))).toBeCloseTo(0.8, 12);
  });

  test('is none where nothing was replayed', () => {
    expect(tokenFitness(tokensOf({ calls: 0, made: 0, fitting: 0 }))).toBeUndefined();
  });
});
