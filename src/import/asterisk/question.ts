import type { ConfText } from '../../source/conf-file.ts';
import { partOf } from './conf-part.ts';
import { openSigns } from './split-arguments.ts';

/** What is looked at, and where to go for yes and for no; either may be left out. */
export interface Question {
  readonly condition: ConfText;
  readonly yes: ConfText | undefined;
  readonly no: ConfText | undefined;
}

/** Takes `condition?yes:no` apart. */
export function questionOf(whole: ConfText): Question {
  const [mark = whole.text.length] = openSigns(whole.text, '?');
  const condition = partOf(whole, 0, mark);
  if (mark === whole.text.length) return { condition, yes: undefined, no: undefined };
  const behind = partOf(whole, mark + 1, whole.text.length);
  const [colon = behind.text.length] = openSigns(behind.text, ':');
  const filled = (part: ConfText) => (part.text === '' ? undefined : part);
  return {
    condition,
    yes: filled(partOf(behind, 0, colon)),
    no:
      colon === behind.text.length
        ? undefined
        : filled(partOf(behind, colon + 1, behind.text.length)),
  };
}
