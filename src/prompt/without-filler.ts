import type { Language } from '../script/values.ts';
import { fillerPhrases } from './filler-phrases.ts';
import { sentencesOf } from './sentences.ts';
import { spokenKeys } from './spoken-keys.ts';

/** More words than this beside the phrase, and the sentence says something else, too (judgement). */
const mostOtherWords = 4;

const wordsIn = (text: string): number =>
  (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}'’]+/gu) ?? [])
    .length;

/**
 * A text without the sentences that tell callers nothing; empty where nothing else is said. Nothing where
 * there are none, or where they say something else as well, as a key.
 */
export function withoutFiller(text: string, language: Language): string | undefined {
  if (/[<{$]/.test(text)) return undefined;
  const phrases = fillerPhrases(text);
  if (phrases.length === 0) return undefined;
  const sentences = sentencesOf(text);
  const kept = sentences.filter(({ start, words }) => {
    const end = start + words.length;
    const own = phrases.filter((phrase) => phrase.start >= start && phrase.start < end);
    if (own.length === 0) return true;
    const { keys, certain } = spokenKeys(words, language);
    const covered = new Set(
      own.flatMap((phrase) =>
        Array.from(
          { length: Math.min(phrase.end, end) - phrase.start },
          (_, at) => phrase.start + at,
        ),
      ),
    );
    const others = Array.from(words, (letter, at) => (covered.has(start + at) ? ' ' : letter));
    const saysMore = keys.length > 0 || !certain || wordsIn(others.join('')) > mostOtherWords;
    return saysMore;
  });
  if (kept.length === sentences.length) return undefined;
  return kept
    .map(({ words, ending }) => words + ending)
    .join('')
    .trim();
}
