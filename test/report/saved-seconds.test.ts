import { describe, expect, test } from '@jest/globals';
import { seconds, secondsRange } from '../../src/report/saved-seconds.ts';

describe('the seconds of a saving', () => {
  test.each([
    [3.14, '3.1'],
    [0.994, '0.99'],
    [0.996, '1.0'],
    [-0.42, '-0.42'],
    [-1.25, '-1.3'],
    [0, '0.00'],
  ])('%d are told as %s', (value, text) => {
    expect(seconds(value)).toBe(text);
  });

  test('are never less than nothing by rounding alone', () => {
    expect(seconds(-0.004)).toBe('0.00');
    expect(seconds(-0.04, 5)).toBe('0.0');
  });

  test('have as many decimals at both ends of a range as in its middle', () => {
    expect(secondsRange(0.4, 1.6, 1)).toBe('0.4 to 1.6');
    expect(secondsRange(0.4, 1.6, 0.9)).toBe('0.40 to 1.60');
  });
});
