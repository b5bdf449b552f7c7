import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areSame, hashOf } from '../../../src/calls/bytes/byte-words.ts';

const bytes = fc.uint8Array({ maxLength: 20 });
/** The same bytes somewhere else, between others. */
function within(own: Uint8Array, before: number): DataView {
  const all = new Uint8Array(before + own.length + 8).fill(7);
  all.set(own, before);
  return new DataView(all.buffer);
}

describe('bytes that are read as words', () => {
  test('have the same hash wherever they stand', () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 9 }), (own, before) => {
        const alone = hashOf(within(own, 0), 0, own.length);
        expect(hashOf(within(own, before), before, before + own.length)).toBe(alone);
      }),
    );
  });

  test('are the same exactly when each byte is', () => {
    const place = fc.nat({ max: 25 });
    fc.assert(
      fc.property(bytes, fc.nat({ max: 9 }), place, (own, before, changed) => {
        const other = Uint8Array.from(own);
        if (changed < own.length) other[changed] = (own[changed] ?? 0) ^ 128;
        const found = areSame(within(own, 0), 0, within(other, before), before, own.length);
        expect(found).toBe(changed >= own.length);
      }),
      { numRuns: 500 },
    );
  });
});
