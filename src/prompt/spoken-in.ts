import type { Language, Prompt } from '../script/values.ts';

/**
 * The languages that a prompt was made in, in their order; nothing for one that is for all languages,
 * or of which too little is known.
 */
export function spokenIn(prompt: Prompt | undefined): readonly Language[] | undefined {
  if (prompt === undefined || prompt.unknown !== undefined) return undefined;
  if (!known.has(prompt)) known.set(prompt, findLanguages(prompt));
  return known.get(prompt);
}

const known = new WeakMap<Prompt, readonly Language[] | undefined>();

function findLanguages(prompt: Prompt): readonly Language[] | undefined {
  const parts = [prompt.text, prompt.recording].filter((part) => part !== undefined);
  if (parts.some((part) => typeof part === 'string')) return undefined;
  const tags = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  return tags.length === 0 ? undefined : tags;
}
