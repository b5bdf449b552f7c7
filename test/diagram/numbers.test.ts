import { describe, expect, test } from '@jest/globals';
import { heatOf } from '../../src/diagram/heat.ts';
import { english } from '../../src/diagram/words/en.ts';
import { coordinate, formatCount, formatSeconds, formatShare } from '../../src/diagram/numbers.ts';

describe('numbers in a drawing', () => {
  test.each([
    [0, '0'],
    [-0.04, '0'],
    [1.25, '1.3'],
    [100, '100'],
    [-3.14, '-3.1'],
  ])('the coordinate %d is written %s', (value, text) => {
    expect(coordinate(value)).toBe(text);
  });

  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [20_000, '20,000'],
    [1_234_567, '1,234,567'],
  ])('%d calls are written %s', (count, text) => {
    expect(formatCount(count, english)).toBe(text);
  });

  test.each([
    [0, '0%'],
    [0.0001, '<0.1%'],
    [0.088, '8.8%'],
    [0.0996, '10%'],
    [0.334, '33%'],
    [1, '100%'],
  ])('a share of %d is written %s', (share, text) => {
    expect(formatShare(share, english)).toBe(text);
  });

  test('what is said takes a second at least', () => {
    expect([0.2, 1.4, 33.6].map(formatSeconds)).toEqual(['1 s', '1 s', '34 s']);
  });
});

describe('the heat of a line', () => {
  test.each([
    [0, 'heat0'],
    [99, 'heat0'],
    [100, 'heat1'],
    [500, 'heat2'],
    [2000, 'heat3'],
    [5000, 'heat4'],
    [10_000, 'heat4'],
  ])('with %d of 10,000 calls is %s', (calls, tone) => {
    expect(heatOf(calls, 10_000).tone).toBe(tone);
  });

  test('makes a line with four times the calls twice as wide', () => {
    expect(heatOf(10_000, 10_000).width).toBe(10);
    expect(heatOf(2500, 10_000).width).toBe(5);
    expect(heatOf(1, 10_000).width).toBe(1.4);
  });

  test('has an answer for a log without calls, and for none', () => {
    expect(heatOf(0, 0)).toEqual({ tone: 'heat0', width: 1.4 });
    expect(heatOf(undefined, 0)).toEqual({ tone: 'wire', width: 1.4 });
  });
});
