import type { Language, Prompt } from '../script/values.ts';
import { inLanguage } from './in-language.ts';
import { numberSyllables } from './number-syllables.ts';
import { numberWords } from './number-words.ts';
import { promptText } from './prompt-text.ts';
import { speechRateOf, type SpeechRate } from './speech-rate.ts';
import { withoutMarkup } from './without-markup.ts';
import { oncePerText } from './once-per-text.ts';

/** Numbers, ideographs, kana, Hangul, words, and signs that are spoken; all else is silent. */
const piece =
  /(?<number>\+?\d+(?:[.,:/-]\d+)*)|(?<han>\p{Script=Han})|(?<kana>[\p{Script=Hiragana}\p{Script=Katakana}ー])|(?<hangul>\p{Script=Hangul})|(?<word>[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*)|(?<sign>[$€£¥%#*@&+=])/gu;

const currency = /[$€£¥]|^(?:dollars?|euros?|pounds?|cents?|pesos?|reais|yuan|yen|円|元)$/iu;

/** Kana that only colours the syllable before it. */
const silentKana = /[ゃゅょャュョっッんンー]/u;

const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Syllables of a word by its groups of vowels; letters said one by one where there is no vowel. */
function syllablesIn(word: string, language: string): number {
  const letters = plain(word);
  const groups = letters.match(/[aeiouyαεηιουωаеиоуыэюя]+/g)?.length ?? 0;
  if (groups === 0) return letters.length;
  return language === 'fr' && groups > 1 && /[^aeiouy]es?$/.test(letters) ? groups - 1 : groups;
}

function unitsIn(word: string, rate: SpeechRate, language: string): number {
  switch (rate.unit) {
    case 'words':
      return 1;
    case 'syllables':
      return syllablesIn(word, language);
    case 'letters':
      return word.length;
  }
}

/**
 * How long a text takes to say, in seconds: words over speech rate for English, syllables over
 * syllable rate where that is known, letters over letter rate elsewhere. Numbers, prices and dates
 * count as they are spoken, ideographs one syllable each (two in Japanese: judgement). Silence counts
 * only where speech markup asks for it; the pause after an option belongs to the caller-time model.
 */
export const readingSeconds: (text: string, language: Language) => number =
  oncePerText(reckonSeconds);

function reckonSeconds(text: string, language: Language): number {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const rate = speechRateOf(language);
  const spoken = withoutMarkup(text);
  const chinese = 1 / speechRateOf('zh').rate;
  const japanese = 1 / speechRateOf('ja').rate;
  const matches = [...spoken.text.normalize('NFKC').matchAll(piece)];
  let seconds = 0;
  matches.forEach(({ groups = {} }, index) => {
    const { number, han, kana, hangul, word, sign } = groups;
    if (number !== undefined) {
      const beside = [matches[index - 1]?.[0], matches[index + 1]?.[0]];
      const isMoney = beside.some((other) => other !== undefined && currency.test(other));
      // A single digit counts as the mean of all: an option takes as long whatever its key is.
      const exact = number.length === 1 ? undefined : numberSyllables(number, isMoney, base);
      const units = exact ?? numberWords(number, isMoney) * rate.numberWord;
      seconds += units / rate.rate;
    } else if (han !== undefined) seconds += base === 'ja' ? 2 * japanese : chinese;
    else if (kana !== undefined) seconds += silentKana.test(kana) ? 0 : japanese;
    else if (hangul !== undefined) seconds += chinese;
    else if (word !== undefined) seconds += unitsIn(word, rate, base) / rate.rate;
    else if (sign !== undefined) seconds += rate.numberWord / rate.rate;
  });
  return seconds + spoken.breaks;
}

/** How long a caller listens to a prompt, and what that was reckoned from. */
export interface PromptTime {
  readonly seconds: number;
  /** `unknown`: neither a length nor a text is known, and the seconds are 0. */
  readonly basis: 'recording' | 'text' | 'unknown';
}

/** The time of a prompt in a language: the recording's own length wins over a guess from its text. */
export function promptSeconds(
  prompt: Prompt | undefined,
  language: Language,
  fallback: Language,
): PromptTime {
  const length = inLanguage(prompt?.length, language, fallback);
  if (length !== undefined) return { seconds: length, basis: 'recording' };
  const text = promptText(prompt, language, fallback);
  if (text === undefined) return { seconds: 0, basis: 'unknown' };
  return { seconds: readingSeconds(text, language), basis: 'text' };
}
