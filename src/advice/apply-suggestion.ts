import { IvrError } from '../source/ivr-error.ts';
import type { Script } from '../script/script.ts';
import { applyEdit } from './apply-edits.ts';
import { changeTitle } from './change-title.ts';
import type { Change } from './change.ts';

/** The parts of a suggestion that say what changes. */
export interface Applicable {
  readonly change: Pick<Change, 'about' | 'edits'>;
}

/**
 * The script with suggestions followed, in their order; the given script stays as it is. Throws
 * `cannot-edit` where a suggestion was made for another version of the script, or builds on one that
 * is not followed.
 */
export function applySuggestions(script: Script, suggestions: readonly Applicable[]): Script {
  let here = script;
  for (const { change } of suggestions) {
    for (const edit of change.edits) {
      const next = applyEdit(here, edit);
      if (next === undefined) {
        throw new IvrError(
          'cannot-edit',
          `This doesn't fit the script: ${changeTitle(change.about)}.`,
          {
            help: 'It was made for another version, or builds on another suggestion: run "ivr suggest" on the current script.',
          },
        );
      }
      here = next;
    }
  }
  return here;
}
