import type { Language, Prompt } from '../script/values.ts';

/** The languages that prompts are written in, in their order; none for a text that is for all. */
export function promptLanguages(prompts: readonly Prompt[]): readonly Language[] {
  const tags = prompts.flatMap(({ text }) => (typeof text === 'object' ? Object.keys(text) : []));
  return [...new Set(tags)];
}
