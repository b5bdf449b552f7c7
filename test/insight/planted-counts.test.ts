import { describe, expect, test } from '@jest/globals';
import { plantedCounts } from '../support/planted-counts.ts';

describe('what is planted is found again', () => {
  test('drop-outs, zero-outs, served calls and repeats lie in their intervals nearly always', () => {
    // A hundred logs of each; the long form of 500 is a script of its own.
    for (const { name, covered, of } of plantedCounts(100)) {
      expect({ name, isCovered: covered / of >= 0.88 }).toEqual({ name, isCovered: true });
    }
  });
});
