import type { Path } from '../source/tree.ts';
import type { Language, Prompt } from './values.ts';

/** One text of a prompt. */
export interface WrittenText {
  readonly text: string;
  /** Nothing for a text for all languages. */
  readonly language: Language | undefined;
  /** The way to it in the script as it is written: a prompt may be a text, or texts by language. */
  readonly path: Path;
}

/** The texts of a prompt at a path, as they are written. */
export function writtenTexts(
  { text, recording, unknown }: Prompt,
  path: Path,
): readonly WrittenText[] {
  if (text === undefined) return [];
  const isLong = recording !== undefined || unknown !== undefined;
  const at = isLong ? [...path, 'text'] : path;
  if (typeof text === 'string') return [{ text, language: undefined, path: at }];
  return Object.entries(text).map(([language, words]) => ({
    text: words,
    language,
    path: [...at, language],
  }));
}
