import { describe, expect, test } from '@jest/globals';
import { memoryForRows, partOf, partsFor } from '../../../src/calls/by-call/call-parts.ts';

describe('parts of calls', () => {
  test.each([
    [0, 1],
    [1, 1],
    [65_536, 1],
    [65_537, 2],
    [1_000_000, 16],
    [20_000_000, 256],
    [1e10, 256],
    [Number.POSITIVE_INFINITY, 256],
  ])('are so many for %d rows: %d', (rows, parts) => {
    expect(partsFor(rows)).toBe(parts);
  });

  test('take each call, whatever the sign of its hash', () => {
    for (const hash of [0, 1, -1, 0x7fffffff, -0x80000000, 0x00ffffff]) {
      expect(partOf(hash, 1)).toBe(0);
      const part = partOf(hash, 256);
      expect(part).toBeGreaterThanOrEqual(0);
      expect(part).toBeLessThan(256);
    }
    expect(partOf(0x05000000, 4)).not.toBe(partOf(0x06000000, 4));
  });

  test('leave memory for paths and counts', () => {
    expect(memoryForRows(1024 ** 3)).toBeLessThan(0.85 * 1024 ** 3);
    expect(memoryForRows(1000)).toBe(0);
  });
});
