import type { MenuOption } from '../script/script.ts';
import type { Language, Prompt } from '../script/values.ts';
import { joinLabels } from '../prompt/join-labels.ts';
import { readingSeconds } from '../prompt/reading-time.ts';
import type { Path } from '../source/tree.ts';
import type { LanguageShare } from '../replay/language-shares.ts';
import { textsOf } from './respoken-prompts.ts';
import type { TextChange } from './script-edit.ts';

/** One option said for several. */
export interface JoinedOption {
  readonly texts: readonly TextChange[];
  /** Seconds that it takes longer than the first of them. */
  readonly longer: number;
}

/**
 * The words of an option that stands for others as well, in every language in which it is said. Nothing
 * where they can't be joined by rule, or where one of them is a recording.
 */
export function joinedOption(
  options: readonly MenuOption[],
  path: Path,
  own: Language,
  languages: readonly LanguageShare[],
  factor: number,
): JoinedOption | undefined {
  const says = options.map(({ say }): Prompt | undefined => say);
  const [first] = says;
  if (
    first === undefined ||
    says.some((say) => say?.text === undefined || say.recording !== undefined)
  )
    return undefined;
  const texts: TextChange[] = [];
  let longer = 0;
  for (const { key, language, text } of textsOf(first, own)) {
    const all = says.flatMap((say) =>
      say === undefined ? [] : (textsOf(say, own).find((one) => one.key === key)?.text ?? []),
    );
    const joined = all.length === says.length ? joinLabels(all, language) : undefined;
    if (joined === undefined) return undefined;
    texts.push({ path, language: key, before: text, after: joined });
    const share =
      key === undefined ? 1 : (languages.find((one) => one.language === key)?.share ?? 0);
    longer += share * factor * (readingSeconds(joined, language) - readingSeconds(text, language));
  }
  return texts.length === 0 ? undefined : { texts, longer };
}
