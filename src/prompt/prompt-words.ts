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
export function promptWords(prompt: Prompt, path: Path): readonly PromptWords[] {
  const { text, recording, unknown } = prompt;
  if (text === undefined) return [];
  const at = recording === undefined && unknown === undefined ? path : path.concat('text');
  if (typeof text === 'string') return [{ text, language: undefined, path: at }];
  return Object.keys(text).map((language) => ({
    text: text[language] ?? '',
    language,
    path: at.concat(language),
  }));
}
