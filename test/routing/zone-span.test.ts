import { describe, expect, test } from '@jest/globals';
import { loadZoneOffsets } from '../../src/routing/zone-offsets.ts';
import { createSpanFinder } from '../../src/routing/zone-span.ts';

const hour = 3_600_000;

describe('the span of a zone around a moment', () => {
  test('has the distance from UTC that the clocks have, in any order of moments', async () => {
    const spanAt = createSpanFinder(await loadZoneOffsets(), 'Europe/Athens');
    const change = Date.UTC(2026, 2, 29, 1);
    const moments = [
      [change, 3],
      [change - 1, 2],
      [Date.UTC(1999, 6, 1), 3],
      [Date.UTC(2026, 11, 31, 23, 59), 2],
      [Date.UTC(2027, 0, 1), 2],
      [Date.UTC(1850, 0, 1), 1.5811],
    ] as const;
    for (const [at, hours] of moments) {
      const { from, to, offset } = spanAt(at);
      expect(offset / hour).toBeCloseTo(hours, 3);
      expect(from <= at && at < to).toBe(true);
    }
  });

  test('ends where the clocks change', async () => {
    const spanAt = createSpanFinder(await loadZoneOffsets(), 'Europe/Athens');
    expect(spanAt(Date.UTC(2026, 1, 1))).toEqual({
      from: Date.UTC(2026, 0, 1),
      to: Date.UTC(2026, 2, 29, 1),
      offset: 2 * hour,
    });
  });
});
