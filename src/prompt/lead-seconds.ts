import type { Language, Prompt } from '../script/values.ts';
import { leastSeconds } from './least-seconds.ts';
import { promptText } from './prompt-text.ts';
import { readingSeconds } from './reading-time.ts';
import { sentencesOf } from './sentences.ts';
import { spokenKeys } from './spoken-keys.ts';

/** How long a prompt runs before it offers the first key, and whether it offers one at all. */
export interface Lead {
  readonly seconds: number;
  /** `no`: no key is offered, and the seconds are those of the whole prompt. */
  readonly offers: 'yes' | 'no' | 'unknown';
}

/**
 * The least seconds of a prompt before the sentence that offers the first key. 0 where the words aren't
 * known, or not understood; of a recording with a transcript, the same share of its length.
 */
export function leadSeconds(
  prompt: Prompt | undefined,
  language: Language,
  fallback: Language,
): Lead {
  if (prompt === undefined) return { seconds: 0, offers: 'no' };
  const text = promptText(prompt, language, fallback);
  const spoken = text === undefined ? undefined : spokenKeys(text, language);
  if (text === undefined || spoken?.certain !== true || prompt.unknown !== undefined) {
    return { seconds: 0, offers: 'unknown' };
  }
  const whole = leastSeconds(prompt, language, fallback);
  const [first] = spoken.keys;
  if (first === undefined) return { seconds: whole, offers: 'no' };
  const sentence = sentencesOf(text).findLast(({ start }) => start <= first.start);
  const before = text.slice(0, sentence?.start ?? 0);
  const read = readingSeconds(text, language);
  return {
    seconds: read === 0 ? 0 : (whole * readingSeconds(before, language)) / read,
    offers: 'yes',
  };
}
