import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sentencesOf } from '../../src/prompt/sentences.ts';

describe('the sentences of a prompt', () => {
  test('give the text again, whatever it holds', () => {
    const pieces = fc.constantFrom('. ', '.', '!?', '\n', ' ', '。', '」', 'dr.', 'a', '"', '\t');
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        const sentences = sentencesOf(text);
        expect(sentences.map(({ words, ending }) => words + ending).join('')).toBe(text);
        expect(sentences.map(({ start }) => text.slice(start)[0])).not.toContain(undefined);
      }),
    );
  });

  test('do not end behind an abbreviation', () => {
    expect(sentencesOf('Call Dr. Who. Now.').map(({ words }) => words)).toEqual([
      'Call Dr. Who',
      'Now',
    ]);
  });

  test.each([
    ['blanks', ' '],
    ['marks', '!'],
    ['abbreviations', 'dr. '],
  ])('are cut in linear time in a text of %s', (_, piece) => {
    sentencesOf(`${piece.repeat(200_000)}x`);
  });
});
