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
  /\+?\d+(?:[.,:/-]\d+)*|\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}ー]|\p{Script=Hangul}|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[$€£¥%#*@&+=]/gu;
/** The same pieces of a text in ASCII, without the tables of Unicode, which take a while to load. */
const asciiPiece = /\+?\d+(?:[.,:/-]\d+)*|[A-Za-z]+(?:'[A-Za-z]+)*|[$%#*@&+=]/g;
const ascii = /^[\t\n\r -~]*$/;

type Piece = 'number' | 'word' | 'sign' | 'han' | 'kana' | 'hangul';

/** What a piece is; the most usual ones first. */
function kindOf(text: string): Piece {
  if (/^[A-Za-z]/.test(text)) return 'word';
  if (/\d$/.test(text)) return 'number';
  if (/^[$€£¥%#*@&+=]$/.test(text)) return 'sign';
  if (/^\p{Script=Han}$/u.test(text)) return 'han';
  if (/^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(text)) return 'kana';
  return /^\p{Script=Hangul}$/u.test(text) ? 'hangul' : 'word';
}

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

const chinese = 1 / speechRateOf('zh').rate;
const japanese = 1 / speechRateOf('ja').rate;

function reckonSeconds(text: string, language: Language): number {
  const base = language.toLowerCase().split('-')[0] ?? '';
  const rate = speechRateOf(language);
  const spoken = withoutMarkup(text);
  const written = spoken.text.normalize('NFKC');
  const pieces = written.match(ascii.test(written) ? asciiPiece : piece) ?? [];
  let seconds = 0;
  pieces.forEach((own, index) => {
    switch (kindOf(own)) {
      case 'number': {
        const beside = [pieces[index - 1], pieces[index + 1]];
        const isMoney = beside.some((other) => other !== undefined && currency.test(other));
        // A single digit counts as the mean of all: an option takes as long whatever its key is.
        const exact = own.length === 1 ? undefined : numberSyllables(own, isMoney, base);
        const units = exact ?? numberWords(own, isMoney) * rate.numberWord;
        seconds += units / rate.rate;
        return;
      }
      case 'han':
        seconds += base === 'ja' ? 2 * japanese : chinese;
        return;
      case 'kana':
        seconds += silentKana.test(own) ? 0 : japanese;
        return;
      case 'hangul':
        seconds += chinese;
        return;
      case 'word':
        seconds += unitsIn(own, rate, base) / rate.rate;
        return;
      case 'sign':
        seconds += rate.numberWord / rate.rate;
    }
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
