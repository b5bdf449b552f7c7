import { describe, expect, test } from '@jest/globals';
import { windowOf } from '../../src/walk/window.ts';
import { loadZoneClock } from '../../src/walk/zone-clock.ts';

const utc = () => 0;
const iso = (at: number) => new Date(at).toISOString();

describe('the window of a simulation', () => {
  test('is a week where nothing is said of its end, and a known week where nothing is said at all', () => {
    expect(windowOf(undefined, undefined, utc)).toEqual({
      from: Date.UTC(2026, 2, 2),
      to: Date.UTC(2026, 2, 9),
    });
    expect(iso(windowOf('2026-05-01', undefined, utc).to)).toBe('2026-05-08T00:00:00.000Z');
  });

  test('a date is midnight at the place, on days when its clocks change too', async () => {
    const newYork = await loadZoneClock('America/New_York');
    const { from, to } = windowOf('2026-03-08', '2026-03-09', newYork);
    expect([iso(from), iso(to)]).toEqual(['2026-03-08T05:00:00.000Z', '2026-03-09T04:00:00.000Z']);
  });

  test('a time says its own zone', () => {
    expect(iso(windowOf('2026-03-08T09:30+02:00', undefined, utc).from)).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    expect(windowOf(1_000_000_000_000, 1_000_000_000_001, utc).from).toBe(1_000_000_000_000);
  });

  test.each([
    ['2026-02-30'],
    ['tomorrow'],
    ['2026-03-08T09:30'],
    ['1700-01-01'],
    ['2500-01-01'],
    [Number.NaN],
  ])('%p is refused with a way out', (value) => {
    expect(() => windowOf(value, undefined, utc)).toThrow(
      expect.objectContaining({ code: 'usage', help: expect.stringContaining('2026-03-02') }),
    );
  });

  test('a window that ends before it begins is refused', () => {
    expect(() => windowOf('2026-03-08', '2026-03-08', utc)).toThrow(/must end after it begins/);
  });
});
