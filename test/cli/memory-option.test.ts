import { describe, expect, test } from '@jest/globals';
import { readMemory } from '../../src/cli/memory-option.ts';

describe('an amount of memory', () => {
  test.each([
    ['1GB', 1e9],
    ['1.5gb', 1.5e9],
    ['800 MB', 8e8],
    ['2GiB', 2 ** 31],
  ])('%s is so many bytes', (text, bytes) => {
    expect(readMemory(text)).toBe(bytes);
  });

  test.each(['', '1', 'GB', '511MB', '1TB', '-1GB', '1e3GB', '1GBit', '٣GB'])(
    '%j is none, or too little',
    (text) => {
      expect(() => readMemory(text)).toThrow('It takes an amount from 512MB on, like 1GB.');
    },
  );
});
