import { IvrError } from '../source/ivr-error.ts';
import { choiceMeant } from '../source/nearest-choice.ts';
import { changeKinds, type ChangeKind } from './change.ts';

/** The kinds that a list with commas names. Throws `usage` for a word that is none. */
export function changeKindsIn(list: string): readonly ChangeKind[] {
  return list.split(',').map((word) => {
    const kind = changeKinds.find((name) => name === word.trim());
    if (kind === undefined)
      throw new IvrError(
        'usage',
        `"${word.trim()}" is not a kind of change.${choiceMeant(word.trim(), changeKinds)}`,
        {
          help: `Choose from ${changeKinds.join(', ')}.`,
        },
      );
    return kind;
  });
}
