import { inLanguage } from '../prompt/in-language.ts';
import { promptText } from '../prompt/prompt-text.ts';
import { promptSeconds } from '../prompt/reading-time.ts';
import { withoutMarkup } from '../prompt/without-markup.ts';
import type { Language, Prompt } from '../script/values.ts';
import type { Said, Spoken } from './printout.ts';

/** What is printed of texts: in which languages, and in which one prompts are that have only one. */
export interface PrintLanguages {
  readonly languages: readonly Language[];
  readonly own: Language;
}

const shown = (text: string): string => withoutMarkup(text).text.replace(/\s+/g, ' ').trim();

/** What callers of one language hear of a prompt; `forAll` is the language of a text for all of them. */
export function spokenIn(
  prompt: Prompt,
  language: Language,
  own: Language,
  forAll: Language = own,
): Spoken {
  const text = promptText(prompt, language, own);
  const { seconds, basis } = promptSeconds(prompt, language, own);
  return {
    language,
    tongue: typeof prompt.text === 'object' ? language : forAll,
    text: text === undefined ? prompt.unknown : shown(text),
    recording: inLanguage(prompt.recording, language, own),
    seconds,
    basis,
  };
}

/** The same in every printed language; nothing where nothing is said. */
export function saidOf(
  prompt: Prompt | undefined,
  { languages, own }: PrintLanguages,
  forAll: Language = own,
): Said | undefined {
  return prompt === undefined
    ? undefined
    : languages.map((language) => spokenIn(prompt, language, own, forAll));
}
