import type { Language, Prompt } from '../script/values.ts';
import { inLanguage } from './in-language.ts';

/**
 * The words that a caller hears in a language, or nothing where they aren't known: a recording
 * without a transcript, a prompt that an import could not read, a language that was forgotten.
 */
export function promptText(
  prompt: Prompt | undefined,
  language: Language,
  fallback: Language,
): string | undefined {
  return inLanguage(prompt?.text, language, fallback);
}
