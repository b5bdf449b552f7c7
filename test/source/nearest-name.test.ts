import { describe, expect, test } from '@jest/globals';
import { didYouMean, nearestName } from '../../src/source/nearest-name.ts';

describe('the name that was probably meant', () => {
  test.each([
    ['genral', ['cards', 'general'], 'general'],
    ['lanaguage', ['language', 'note'], 'language'],
    ['ot', ['to', 'do'], 'to'],
    ['cards', ['card', 'carda'], 'card'],
    ['x', ['advisers'], undefined],
    ['sales', ['support', 'general'], undefined],
    ['', ['a'], 'a'],
  ])('%s of %j is %s', (wanted, names, nearest) => {
    expect(nearestName(wanted, names)).toBe(nearest);
  });

  test('is asked for in a question, or not at all', () => {
    expect(didYouMean('genral', ['general'])).toBe(' Did you mean "general"?');
    expect(didYouMean('x', ['general'])).toBe('');
  });
});
