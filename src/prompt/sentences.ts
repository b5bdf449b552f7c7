/** One sentence of a prompt; start, words and ending of all of them give the text again. */
export interface Sentence {
  readonly start: number;
  readonly words: string;
  readonly ending: string;
}

/** A full stop behind these ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|no|nr|vs|sr|sra|tel|ext|e\.g|i\.e|u\.s|z\.b|p\.ex)$/iu;

/** The longest of them, and what stands before it. */
const longestAbbreviation = 8;

/**
 * Line ends, marks of Chinese and Japanese, and marks with a blank behind them end a sentence. Each
 * alternative begins only where a run of its signs begins, so that no run is gone through twice.
 */
const ending =
  /[。！？；]+["'”’」』)）]*\s*|(?<![.!?;;])[.!?;;]+["'”’»)]*(?:\s+|$)|(?<!\s)\s*[\r\n]+\s*/gu;

/** Cuts a prompt into sentences; a line end ends one too. Linear in the text. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of text.matchAll(ending)) {
    const last = text.slice(Math.max(start, match.index - longestAbbreviation), match.index);
    if (match[0].startsWith('.') && abbreviation.test(last)) continue;
    const words = text.slice(start, match.index);
    sentences.push({ start, words, ending: match[0] });
    start = match.index + match[0].length;
  }
  if (start < text.length) sentences.push({ start, words: text.slice(start), ending: '' });
  return sentences;
}
