import { describe, expect, test } from '@jest/globals';
import { leadSeconds } from '../../src/prompt/lead-seconds.ts';
import { leastReadingSeconds, leastSeconds } from '../../src/prompt/least-seconds.ts';
import { readingSeconds } from '../../src/prompt/reading-time.ts';

describe('the seconds before the first key', () => {
  test('are those of the sentences before the one that offers it', () => {
    const before = 'Welcome to our house. ';
    const prompt = { text: `${before}For cards, press 1. For loans, press 2.` };
    expect(leadSeconds(prompt, 'en', 'en').offers).toBe('yes');
    expect(leadSeconds(prompt, 'en', 'en').seconds).toBeCloseTo(leastReadingSeconds(before, 'en'));
  });

  test('are the same share of a recording whose words are known', () => {
    const text = 'One two three four. For cards, press 1.';
    expect(leadSeconds({ recording: 'a.wav', length: 8, text }, 'en', 'en')).toEqual({
      seconds: 4,
      offers: 'yes',
    });
  });

  test('are the whole prompt where no key is offered, and nothing where none can be known', () => {
    expect(leadSeconds({ text: 'Welcome.', length: 3 }, 'en', 'en')).toEqual({
      seconds: 3,
      offers: 'no',
    });
    for (const prompt of [
      { recording: 'a.wav', length: 9 },
      { text: 'Welcome, {{name}}.' },
      { unknown: '$.x', text: 'Welcome.' },
    ]) {
      expect(leadSeconds(prompt, 'en', 'en')).toEqual({ seconds: 0, offers: 'unknown' });
    }
    expect(leadSeconds(undefined, 'en', 'en').offers).toBe('no');
  });
});

describe('the least seconds of a prompt', () => {
  test('are its length, or its text at 190 words a minute', () => {
    expect(leastSeconds({ recording: 'a.wav', length: 7, text: 'Hello.' }, 'en', 'en')).toBe(7);
    const text = Array<string>(190).fill('word').join(' ');
    expect(leastSeconds({ text }, 'en', 'en')).toBeCloseTo(60);
    expect(readingSeconds(text, 'en')).toBeGreaterThan(60);
    expect(leastSeconds({ recording: 'a.wav' }, 'en', 'en')).toBe(0);
  });
});
