import type { Prompt } from '../script/values.ts';
import type { Path } from '../source/tree.ts';
import { oncePerText } from './once-per-text.ts';
import { promptWords, type PromptWords } from './prompt-words.ts';
import { isSameLanguage } from './same-language.ts';
import { spokenKeys } from './spoken-keys.ts';

/** The keys that a prompt names in one of its languages. */
export interface NamedKeys extends PromptWords {
  readonly keys: ReadonlySet<string>;
}

/** The keys that a text names; nothing where that isn't certain, or where it names none. */
const keysNamed = oncePerText((text, language): ReadonlySet<string> | undefined => {
  const { keys, certain } = spokenKeys(text, language);
  // A text that is in another language than its tag says names keys too, but not for these callers.
  const isOwn = keys.every((key) => isSameLanguage(key.language, language));
  return certain && isOwn && keys.length > 0 ? new Set(keys.map(({ key }) => key)) : undefined;
});

/**
 * The keys that a prompt names in each of its languages. Languages in which that isn't certain, or in
 * which it names none, are left out: nothing can be compared with them.
 */
export function keysByLanguage(prompt: Prompt, path: Path): readonly NamedKeys[] {
  const named: NamedKeys[] = [];
  for (const { text, language, path: at } of promptWords(prompt, path)) {
    const keys = language === undefined ? undefined : keysNamed(text, language);
    if (keys !== undefined) named.push({ text, language, path: at, keys });
  }
  return named;
}
