import type { Language } from '../script/values.ts';
import { respeakKeys } from './respeak-keys.ts';
import { spokenKeys } from './spoken-keys.ts';

/** A text with its keys renamed; nothing where it isn't certain that it says what it should. */
export function renameKeys(
  text: string,
  language: Language,
  renamed: ReadonlyMap<string, string>,
): string | undefined {
  const before = spokenKeys(text, language);
  if (!before.certain) return undefined;
  const after = respeakKeys(text, language, renamed);
  const says = spokenKeys(after, language);
  const wanted = before.keys.map(({ key }) => renamed.get(key) ?? key);
  const isRight = says.certain && says.keys.map(({ key }) => key).join() === wanted.join();
  return isRight ? after : undefined;
}
