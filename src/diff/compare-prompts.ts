import type { Prompt } from '../script/values.ts';
import { formatDuration } from '../script/values.ts';
import type { PromptDifference, Sides } from './difference.ts';

/** A change of a prompt, before anyone says whose it is. */
export type PromptChange = Pick<PromptDifference, 'language' | 'what' | 'values'>;

type Values = string | number | Readonly<Record<string, string | number>> | undefined;

const parts = ['text', 'recording', 'length'] as const;

/** The value for a language; one that is for all languages is also for this one. */
function valueIn(values: Values, language: string): string | undefined {
  const value =
    typeof values !== 'object'
      ? values
      : Object.hasOwn(values, language)
        ? values[language]
        : undefined;
  return typeof value === 'number' ? formatDuration(value) : value;
}

const tagsOf = (values: Values): readonly string[] =>
  typeof values === 'object' ? Object.keys(values) : [];

/**
 * What two prompts say differently, by language: words, recordings, their lengths. What is written
 * once for all languages counts for each language that the other side names.
 */
export function comparePrompts({
  before,
  after,
}: Sides<Prompt | undefined>): readonly PromptChange[] {
  const changes: PromptChange[] = [];
  for (const what of parts) {
    const [a, b] = [before?.[what], after?.[what]];
    const tags = [...new Set([...tagsOf(a), ...tagsOf(b)])].sort();
    for (const language of tags.length === 0 ? [undefined] : tags) {
      const values = {
        before: valueIn(a, language ?? ''),
        after: valueIn(b, language ?? ''),
      };
      if (values.before !== values.after) changes.push({ what, language, values });
    }
  }
  if (before?.unknown !== after?.unknown) {
    const values = { before: before?.unknown, after: after?.unknown };
    changes.push({ what: 'unknown', language: undefined, values });
  }
  return changes;
}
