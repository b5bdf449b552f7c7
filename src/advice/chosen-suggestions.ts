import { IvrError } from '../source/ivr-error.ts';
import type { Advice, Suggestion } from './suggestion.ts';

/**
 * The suggestions with the given numbers (from 1, as they are listed), all where none are given, in their
 * order. Throws `usage` for a number that isn't listed, or that builds on one that isn't chosen.
 */
export function chosenSuggestions(
  { suggestions }: Advice,
  chosen?: readonly number[],
): readonly Suggestion[] {
  if (chosen === undefined) return suggestions;
  for (const number of chosen) {
    if (suggestions[number - 1] !== undefined) continue;
    const count = suggestions.length;
    throw new IvrError('usage', `There is no suggestion ${number}.`, {
      help: count === 0 ? 'Nothing is suggested for this log.' : `Choose from 1 to ${count}.`,
    });
  }
  for (const number of chosen) {
    const { title, buildsOn } = suggestions[number - 1] ?? { title: '', buildsOn: [] };
    const lacking = buildsOn.filter((other) => !chosen.includes(other));
    if (lacking.length === 0) continue;
    const all = [...new Set([...chosen, ...lacking])].sort((a, b) => a - b);
    throw new IvrError('usage', `Suggestion ${number} builds on ${lacking.join(', ')}: ${title}.`, {
      help: `Follow them together: --apply ${all.join(',')}.`,
    });
  }
  return suggestions.filter((_, index) => chosen.includes(index + 1));
}
