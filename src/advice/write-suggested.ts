import { writeNativeScript } from '../export/native.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import { applySuggestions } from './apply-suggestion.ts';
import { applyToSource } from './apply-to-source.ts';
import { checkChosen } from './check-chosen.ts';
import { chosenSuggestions } from './chosen-suggestions.ts';
import type { SuggestChecks } from './load-guard.ts';
import type { Advice } from './suggestion.ts';

/**
 * The text of a menu file with suggestions followed: all of them, or those with the given numbers (from
 * 1, as they are listed). A native file keeps its comments and layout; anything else (TypeScript, a
 * vendor's export) is written as a new native file in YAML. Numbers are checked together by `checkChosen`,
 * under the checks that the suggestions were made under. Throws `usage` for a number that isn't listed,
 * that builds on one that isn't chosen, or that does harm without others, `cannot-edit` where a native
 * file is written in a way that can't be changed in place.
 */
export async function writeSuggested(
  document: ScriptDocument,
  advice: Advice,
  chosen?: readonly number[],
  checks?: SuggestChecks,
): Promise<string> {
  if (chosen !== undefined) await checkChosen(document.script, advice, chosen, checks);
  const followed = chosenSuggestions(advice, chosen);
  return document.format === 'native'
    ? applyToSource(document.source, followed).text
    : writeNativeScript(applySuggestions(document.script, followed), 'yaml');
}
