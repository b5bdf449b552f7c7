import { keyTokens, plainWord } from './key-tokens.ts';

/** A phrase found in a text, by its offsets. */
export interface FoundPhrase {
  readonly start: number;
  readonly end: number;
}

/** A phrase to look for: its words in order, `…` for up to four others between. */
export type Phrase = readonly string[];

const mostBetween = 4;

const noIdeographs: ReadonlyMap<string, readonly string[]> = new Map();

interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text as they are looked up; an empty one where a sentence ends. */
function wordsOf(text: string): readonly Words[] {
  return keyTokens(text, noIdeographs).flatMap(({ kind, text: word, start, end }) => {
    if (kind === 'stop') return [{ text: '', start, end }];
    return kind === 'word' ? [{ text: word, start, end }] : [];
  });
}

/** The words of a listed phrase, as `wordsOf` finds them: blanks and hyphens are all that part them. */
const listedWords = (part: string): readonly string[] =>
  part
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .map(plainWord);

/** Reads phrases as they are written in lists, the way words of a text are read. */
export function readPhrases(lines: readonly string[]): readonly Phrase[] {
  return lines.map((line) =>
    line.split('…').flatMap((part, index) => {
      const words = listedWords(part);
      return index === 0 ? words : ['…', ...words];
    }),
  );
}

/** The position behind a phrase that begins at a word, or nothing. */
function endOfPhrase(words: readonly Words[], from: number, phrase: Phrase): number | undefined {
  let at = from;
  for (let index = 0; index < phrase.length; index += 1) {
    if (phrase[index] !== '…') {
      if (words[at]?.text !== phrase[index]) return undefined;
      at += 1;
      continue;
    }
    const next = phrase[index + 1];
    const last = at + mostBetween;
    while (at < last && words[at]?.text !== next && words[at]?.text !== '') at += 1;
    if (words[at]?.text !== next) return undefined;
  }
  return at;
}

/** Finds the phrases in a text, none across the end of a sentence; in the order of the text. */
export function findPhrases(
  text: string,
  phrases: ReadonlyMap<string, readonly Phrase[]>,
): readonly FoundPhrase[] {
  const words = wordsOf(text);
  const found: FoundPhrase[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [longest] = (phrases.get(words[at]?.text ?? '') ?? [])
      .map((phrase) => endOfPhrase(words, at, phrase) ?? 0)
      .sort((a, b) => b - a);
    if (longest === undefined || longest === 0) continue;
    found.push({ start: words[at]?.start ?? 0, end: words[longest - 1]?.end ?? 0 });
    at = longest - 1;
  }
  return found;
}

/** Phrases by their first word, as they are looked up. */
export function byFirstWord(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const table = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase[0] ?? '';
    table.set(first, [...(table.get(first) ?? []), phrase]);
  }
  return table;
}
