import { writeNativeScript } from '../export/native.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import { IvrError } from '../source/ivr-error.ts';
import { applySuggestions } from './apply-suggestion.ts';
import { applyToSource } from './apply-to-source.ts';
import type { Advice, Suggestion } from './suggestion.ts';

function chosenOf({ suggestions }: Advice, numbers: readonly number[] | undefined): readonly Suggestion[] {
  if (numbers === undefined) return suggestions;
  return [...new Set(numbers)].map((number) => {
    const suggestion = suggestions[number - 1];
    if (suggestion !== undefined) return suggestion;
    const help = `There are ${suggestions.length}, numbered from 1.`;
    throw new IvrError('usage', `There is no suggestion ${number}.`, { help });
  });
}

/**
 * The text of a script with suggestions followed: all, or those of these numbers (from 1). A native
 * script keeps its comments and layout; one that was imported or programmed is written as native YAML.
 */
export function writeSuggested(
  document: ScriptDocument,
  advice: Advice,
  numbers?: readonly number[],
): string {
  const chosen = chosenOf(advice, numbers);
  return document.format === 'native'
    ? applyToSource(document.source, chosen).text
    : writeNativeScript(applySuggestions(document.script, chosen), 'yaml');
}
