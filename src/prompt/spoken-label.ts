import type { Language } from '../script/values.ts';
import { keyPhrase } from './key-phrase.ts';
import { keyScan } from './key-scan.ts';
import { oncePerText } from './once-per-text.ts';
import { spokenKeys } from './spoken-keys.ts';

/** What an option is called in a prompt: its words without those that name the key. */
export interface SpokenLabel {
  /** Without capitals and accents; signs of Chinese and Japanese one by one, but for known words. */
  readonly words: readonly string[];
  /** How many words that are; where words are written without blanks, by the number of signs. */
  readonly length: number;
  /** True when a part is only filled in during the call. */
  readonly hasGap: boolean;
}

const sign = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;

/** Signs in a word where words are written without blanks: judgement, from prompts said in both. */
const signsInWord = (language: Language): number => (/^ja\b/i.test(language) ? 2 : 1.5);

/** Takes the words that name keys out of an option's text: `For cards, press 1.` is `for cards`. */
export const spokenLabel: (text: string, language: Language) => SpokenLabel =
  oncePerText(readLabel);

function readLabel(text: string, language: Language): SpokenLabel {
  const scan = keyScan(text, language);
  const named = new Set<number>();
  for (const key of spokenKeys(text, language).keys) {
    const { from, to } = keyPhrase(scan, key);
    for (let index = from; index < to; index += 1) named.add(index);
  }
  const kept = scan.tokens.filter((_, index) => !named.has(index));
  const said = kept.filter(({ kind }) => ['word', 'number', 'amount', 'sign'].includes(kind));
  const words = said.map((token) => token.text);
  const signs = words.reduce((count, word) => count + (word.match(sign)?.length ?? 0), 0);
  const blankWords = words.filter((word) => word.search(sign) < 0).length;
  return {
    words,
    length: blankWords + signs / signsInWord(language),
    hasGap: kept.some(({ kind }) => kind === 'gap'),
  };
}
