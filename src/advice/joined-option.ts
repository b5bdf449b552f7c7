import type { MenuOption } from '../script/script.ts';
import type { Prompt } from '../script/values.ts';
import { joinLabels } from '../prompt/join-labels.ts';
import { readingSeconds } from '../prompt/reading-time.ts';
import type { Path } from '../source/tree.ts';
import type { Seat } from './arrange.ts';
import type { Ground } from './ground.ts';
import { textsOf } from './respoken-prompts.ts';
import type { TextChange } from './script-edit.ts';

/** One option said for several. */
export interface JoinedOption {
  /** Where its words stand in the script. */
  readonly path: Path;
  readonly texts: readonly TextChange[];
  /** Seconds that it takes longer than the first of them. */
  readonly longer: number;
}

/**
 * The words of an option of a menu, the first of these, that stands for the others as well, in every
 * language in which it is said. Nothing where they can't be joined by rule, or where one of them is a
 * recording.
 */
export function joinedOption(
  { flow, demand, model }: Pick<Ground, 'flow' | 'demand' | 'model'>,
  { menu, option }: Seat,
  options: readonly MenuOption[],
): JoinedOption | undefined {
  const own = flow.script.language;
  const languages = demand.nodes.get(menu)?.languages ?? [];
  const path = ['nodes', menu, 'options', option, 'say'];
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
    longer +=
      share *
      model.textTimeFactor *
      (readingSeconds(joined, language) - readingSeconds(text, language));
  }
  return texts.length === 0 ? undefined : { path, texts, longer };
}
