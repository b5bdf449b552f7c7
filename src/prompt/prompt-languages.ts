import type { Language, Prompt } from '../script/values.ts';

/** The languages that prompts are written in, in their order; none for a text that is for all. */
export function promptLanguages(prompts: readonly Prompt[]): readonly Language[] {
  const tags = new Set<Language>();
  for (const { text } of prompts) {
    if (typeof text === 'object') for (const tag of Object.keys(text)) tags.add(tag);
  }
  return [...tags];
}
