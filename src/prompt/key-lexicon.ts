import { baseLanguage } from './same-language.ts';
import { keyWords } from './key-words.ts';
import { plainWord } from './key-tokens.ts';
import { countedWords, doneWords, purposeWords, rangeWords, tailWords } from './number-context.ts';

type Words = ReadonlySet<string>;

/** The words of one language, ready to be looked up. */
export interface KeyLexicon {
  readonly language: string;
  readonly press: Words;
  readonly pick: Words;
  readonly pressAfter: Words;
  readonly type: Words;
  readonly between: Words;
  readonly noun: Words;
  readonly and: Words;
  readonly or: Words;
  readonly of: Words;
  readonly keyByName: ReadonlyMap<string, string>;
  /** The name of a key as it is written in this language. */
  readonly nameByKey: ReadonlyMap<string, string>;
}

const listed = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');
const wordSet = (words: string): Words => new Set(listed(words).map(plainWord));

export const lexicons: ReadonlyMap<string, KeyLexicon> = new Map(
  Object.entries(keyWords).map(([language, words]) => {
    const names = Object.entries(words.names).map(([key, list]) => [key, listed(list)] as const);
    const lexicon: KeyLexicon = {
      language,
      press: wordSet(words.press),
      pick: wordSet(words.pick),
      pressAfter: wordSet(words.pressAfter ?? ''),
      type: wordSet(words.type),
      between: wordSet(words.between),
      noun: wordSet(words.noun),
      and: wordSet(words.and),
      or: wordSet(words.or),
      of: wordSet(words.of),
      keyByName: new Map(
        names.flatMap(([key, list]) => list.map((name) => [plainWord(name), key] as const)),
      ),
      nameByKey: new Map(names.map(([key, [name = key]]) => [key, name])),
    };
    return [language, lexicon];
  }),
);

export const purposes = wordSet(purposeWords);
export const counted = wordSet(countedWords);
export const ranges = wordSet(rangeWords);
export const dones = wordSet(doneWords);
export const tails = wordSet(tailWords);

/** Languages whose words are close enough to be read with another's: Cantonese, Galician, Catalan. */
const kin: Readonly<Record<string, string>> = { yue: 'zh', cmn: 'zh', gl: 'pt' };

/** The lexicon for a language by its tag, or nothing where the language isn't known. */
export function lexiconOf(language: string): KeyLexicon | undefined {
  const base = baseLanguage(language);
  return lexicons.get(base) ?? lexicons.get(Object.hasOwn(kin, base) ? (kin[base] ?? '') : '');
}

/** The words of languages that put no blanks between words, by their first character. */
export const ideographWords: ReadonlyMap<string, readonly string[]> = (() => {
  const words = [keyWords['zh'], keyWords['ja']].flatMap((lists) =>
    Object.values(lists ?? {}).flatMap((list: string | Readonly<Record<string, string>>) =>
      typeof list === 'string' ? listed(list) : Object.values(list).flatMap(listed),
    ),
  );
  const shared = [purposeWords, countedWords, rangeWords, doneWords, tailWords].flatMap(listed);
  const byFirst = new Map<string, string[]>();
  for (const word of [...words, ...shared]) {
    const first = word[0] ?? '';
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}〇]/u.test(first)) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  return byFirst;
})();
