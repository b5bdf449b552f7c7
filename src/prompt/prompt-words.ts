import type { Language, Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';

/** A text of a prompt. */
export interface PromptText {
  readonly text: string;
  /** Nothing where the text is for all languages. */
  readonly language: Language | undefined;
}

/** A text of a prompt with the way to it. */
export interface PromptWords extends PromptText {
  readonly path: Path;
}

/** The texts of a prompt, in their order. */
export function promptTexts({ text }: Prompt): readonly PromptText[] {
  if (text === undefined) return [];
  if (typeof text === 'string') return [{ text, language: undefined }];
  return Object.keys(text).map((language) => ({ text: text[language] ?? '', language }));
}

/** The way to a text of a prompt as the script writes it: below `text`, or at once. */
export function textPath(
  { recording, unknown }: Prompt,
  path: Path,
  language: Language | undefined,
): Path {
  const at = recording === undefined && unknown === undefined ? path : [...path, 'text'];
  return language === undefined ? at : [...at, language];
}

/** The texts of a prompt, each with the way to it. */
export function promptWords(prompt: Prompt, path: Path): readonly PromptWords[] {
  return promptTexts(prompt).map(({ text, language }) => ({
    text,
    language,
    path: textPath(prompt, path, language),
  }));
}
