import { writeNativeScript } from '../export/native.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import { IvrError } from '../source/ivr-error.ts';
import { applySuggestions } from './apply-suggestion.ts';
import { applyToSource } from './apply-to-source.ts';
import type { Advice } from './suggestion.ts';

/**
 * The text of a menu file with suggestions followed: all of them, or those with the given numbers (from
 * 1, as they are listed). A native file keeps its comments and layout; anything else (TypeScript, a
 * vendor's export) is written as a new native file in YAML. Throws `usage` for a number that isn't
 * listed, or that builds on one that isn't chosen, `cannot-edit` where a native file is written in a way that can't be changed in place.
 */
export function writeSuggested(
  document: ScriptDocument,
  advice: Advice,
  chosen?: readonly number[],
): string {
  const { suggestions } = advice;
  for (const number of chosen ?? []) {
    if (suggestions[number - 1] !== undefined) continue;
    const count = suggestions.length;
    throw new IvrError('usage', `There is no suggestion ${number}.`, {
      help: count === 0 ? 'Nothing is suggested for this log.' : `Choose from 1 to ${count}.`,
    });
  }
  for (const number of chosen ?? []) {
    const { title, buildsOn } = suggestions[number - 1] ?? { title: '', buildsOn: [] };
    const lacking = buildsOn.filter((other) => chosen?.includes(other) !== true);
    if (lacking.length === 0) continue;
    const all = [...new Set([...(chosen ?? []), ...lacking])].sort((a, b) => a - b);
    throw new IvrError('usage', `Suggestion ${number} builds on ${lacking.join(', ')}: ${title}.`, {
      help: `Follow them together: --apply ${all.join(',')}.`,
    });
  }
  const followed =
    chosen === undefined
      ? suggestions
      : suggestions.filter((_, index) => chosen.includes(index + 1));
  return document.format === 'native'
    ? applyToSource(document.source, followed).text
    : writeNativeScript(applySuggestions(document.script, followed), 'yaml');
}
