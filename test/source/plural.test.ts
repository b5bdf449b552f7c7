import { describe, expect, test } from '@jest/globals';
import { allOf, plural } from '../../src/source/plural.ts';

describe('counts with their nouns', () => {
  test.each([
    [0, '0 calls', 'all 0 calls'],
    [1, '1 call', 'the call'],
    [2, '2 calls', 'both calls'],
    [3, '3 calls', 'all 3 calls'],
    [12_400, '12,400 calls', 'all 12,400 calls'],
  ])('%i', (count, some, all) => {
    expect([plural(count, 'call'), allOf(count, 'call')]).toEqual([some, all]);
  });
});
