import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';

/** A text of a prompt with the way to it. */
export interface PromptWords {
  readonly text: string;
  /** Nothing for a text that is for all languages. */
  readonly language: Language | undefined;
  readonly path: Path;
}

/** The texts of a prompt, each at the way by which the script writes it: below `text` or at once. */
export function promptWords({ text, ...other }: Prompt, path: Path): readonly PromptWords[] {
  if (text === undefined) return [];
  const isBare = other.recording === undefined && other.unknown === undefined;
  const at = isBare ? path : [...path, 'text'];
  if (typeof text === 'string') return [{ text, language: undefined, path: at }];
  return Object.entries(text).map(([language, words]) => ({
    text: words,
    language,
    path: [...at, language],
  }));
}
