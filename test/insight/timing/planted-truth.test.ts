import { describe, expect, test } from '@jest/globals';
import { coverage, recoverDead } from '../../support/planted-menu.ts';

describe('what was planted in simulated calls', () => {
  test('is found again within its intervals; scripts/planted-truth.mjs does so for 500 seeds', () => {
    const held = coverage(
      800,
      Array.from({ length: 30 }, (_, index) => 1000 + index),
    );
    expect(held.size).toBe(11);
    // With 30 seeds a 95 % interval misses more than six times in one of 10,000 tries.
    for (const [what, share] of held)
      expect({ what, isHeld: share >= 0.8 }).toEqual({ what, isHeld: true });
  });

  test('an option that one in 4,000 wants is called dead after enough calls, and not before', () => {
    expect(recoverDead(500, 1).verdict).not.toBe('dead');
    expect(recoverDead(3000, 1).verdict).toBe('dead');
  });
});
