import type { Language } from '../script/values.ts';
import { baseLanguage } from './same-language.ts';
import { spokenWords } from './spoken-words.ts';
import { oncePerText } from './once-per-text.ts';

/** Letters by what people call them; a letter that several writings share counts for each. */
const writings = {
  'Latin letters': /\p{Script=Latin}/gu,
  'Greek letters': /\p{Script=Greek}/gu,
  'Cyrillic letters': /\p{Script=Cyrillic}/gu,
  'Chinese characters': /\p{Script=Han}/gu,
  'Japanese kana': /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  'Korean letters': /\p{Script=Hangul}/gu,
  'Arabic letters': /\p{Script=Arabic}/gu,
  'Hebrew letters': /\p{Script=Hebrew}/gu,
  'Thai letters': /\p{Script=Thai}/gu,
  'Devanagari letters': /\p{Script=Devanagari}/gu,
  'Armenian letters': /\p{Script=Armenian}/gu,
  'Georgian letters': /\p{Script=Georgian}/gu,
} as const;
/** The letters that a text is written in, as people call them. */
export type Writing = keyof typeof writings;
const names = Object.keys(writings) as readonly Writing[];

/** How a language is written, where it is written in one way only; ISO 639 codes. */
const ways: readonly (readonly [writing: readonly Writing[], languages: string])[] = [
  [['Greek letters'], 'el'],
  [['Cyrillic letters'], 'ru uk bg mk be'],
  [['Chinese characters'], 'zh yue cmn wuu'],
  [['Japanese kana', 'Chinese characters'], 'ja'],
  [['Korean letters', 'Chinese characters'], 'ko'],
  [['Arabic letters'], 'ar fa ur'],
  [['Hebrew letters'], 'he iw yi'],
  [['Thai letters'], 'th'],
  [['Devanagari letters'], 'hi mr ne'],
  [['Armenian letters'], 'hy'],
  [['Georgian letters'], 'ka'],
  [
    ['Latin letters'],
    'en es pt fr de it nl ca gl eu da sv nb nn no fi et lv lt pl cs sk sl hr hu ro tr vi id ms sw ga cy is sq mt af tl',
  ],
];
const wayOf: ReadonlyMap<string, readonly Writing[]> = new Map(
  ways.flatMap(([writing, languages]) =>
    languages.split(' ').map((language) => [language, writing] as const),
  ),
);

/** How a language is written; nothing where it has several writings or isn't known here. */
export function writingOf(language: Language): readonly Writing[] | undefined {
  // `sr-Latn`, `el-Latn`: a tag that names its writing is taken at its word.
  if (language.split('-').some((part) => part.length === 4 && !/^(hans|hant)$/i.test(part))) {
    return undefined;
  }
  return wayOf.get(baseLanguage(language));
}

const lettersOf = (text: string, writing: Writing): number =>
  text.match(writings[writing])?.length ?? 0;

/**
 * Three words and two of them without a capital: a sentence, not the name of a firm or a product.
 * Writings without capitals need as many letters as such a sentence has.
 */
function isSentence(text: string, writing: Writing): boolean {
  if (writing === 'Chinese characters') return lettersOf(text, writing) >= 6;
  if (writing === 'Japanese kana') return lettersOf(text, writing) >= 4;
  const words = text.match(/[\p{L}\p{M}]{2,}/gu) ?? [];
  return words.length >= 3 && words.filter((word) => /^\p{Ll}|^\p{Lo}/u.test(word)).length >= 2;
}

/** Characters that every longer Chinese prompt has and Japanese writes otherwise or rarely. */
const chineseWords = /[您请請们們吗嗎么]|我[们們]|按[0-9０-９一二三四五六七八九]/u;

/**
 * The letters that a text is written in where they can't be those of its language: Greek in Latin
 * letters, Chinese with kana. Nothing for names, short texts and texts that mix languages.
 */
export const foreignWriting: (text: string, language: Language) => Writing | undefined =
  oncePerText(findForeignWriting);

function findForeignWriting(text: string, language: Language): Writing | undefined {
  const expected = writingOf(language);
  if (expected === undefined) return undefined;
  const words = spokenWords(text);
  const own = expected.reduce((sum, writing) => sum + lettersOf(words, writing), 0);
  if (expected.includes('Chinese characters')) {
    const kana = lettersOf(words, 'Japanese kana');
    const isJapanese = baseLanguage(language) === 'ja';
    if (isJapanese && kana === 0 && own >= 6 && chineseWords.test(words))
      return 'Chinese characters';
    if (!expected.includes('Japanese kana') && kana >= 4 && kana * 4 >= own) return 'Japanese kana';
  }
  const others = names
    .filter((writing) => !expected.includes(writing))
    .map((writing) => ({ writing, letters: lettersOf(words, writing) }));
  const [most] = others.toSorted((a, b) => b.letters - a.letters);
  if (most === undefined || own * 10 > most.letters) return undefined;
  return isSentence(words, most.writing) ? most.writing : undefined;
}
