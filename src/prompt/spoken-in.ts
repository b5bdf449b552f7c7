import type { Language, Prompt } from '../script/values.ts';

/**
 * The languages that a prompt was made in, in their order; nothing for one that is for all languages,
 * or of which too little is known.
 */
export function spokenIn(prompt: Prompt | undefined): readonly Language[] | undefined {
  if (prompt === undefined || prompt.unknown !== undefined) return undefined;
  const { text, recording } = prompt;
  if (typeof text === 'string' || typeof recording === 'string') return undefined;
  const both = text !== undefined && recording !== undefined;
  const tags = both
    ? [...new Set([...Object.keys(text), ...Object.keys(recording)])]
    : Object.keys(text ?? recording ?? {});
  return tags.length === 0 ? undefined : tags;
}
