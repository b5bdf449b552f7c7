import type { Language, Prompt } from '../script/values.ts';
import { promptSeconds, readingSeconds } from './reading-time.ts';

/**
 * Synthetic speech is comfortable from 130 to 190 words a minute and is reckoned at 160 (Sutton, King,
 * Hux & Beukelman 1995): a text takes at least this share of its reading time.
 */
const fastest = 160 / 190;

/** The least that a text takes to say, in seconds: at the fast end of comfortable speech. */
export function leastReadingSeconds(text: string, language: Language): number {
  return readingSeconds(text, language) * fastest;
}

/** The least that a prompt takes, in seconds: its own length, or its text said fast; else nothing. */
export function leastSeconds(
  prompt: Prompt | undefined,
  language: Language,
  fallback: Language,
): number {
  const { seconds, basis } = promptSeconds(prompt, language, fallback);
  return basis === 'text' ? seconds * fastest : seconds;
}
