import { buildCallFlow } from '../flow/build-call-flow.ts';
import type { Script } from '../script/script.ts';
import { IvrError } from '../source/ivr-error.ts';
import { applySuggestions } from './apply-suggestion.ts';
import { chosenSuggestions } from './chosen-suggestions.ts';
import type { Objection } from './guard.ts';
import { loadGuard, type SuggestChecks } from './load-guard.ts';
import type { Advice } from './suggestion.ts';

const inWords = (objection: Objection): string =>
  objection.because === 'finding'
    ? `${objection.rule} would find: ${objection.message}`
    : `calls could end badly that can't today (${objection.cause})`;

/**
 * Checks some of the suggestions as all of them were checked together: no rule may find something new at
 * any node, and no call may surely end badly in a way that none did. One suggestion may keep another from
 * doing harm without building on it. Throws `usage` where that is so, and what `chosenSuggestions` and
 * `applySuggestions` throw. The checks are those that the suggestions were made under.
 */
export async function checkChosen(
  script: Script,
  advice: Advice,
  chosen: readonly number[],
  checks: SuggestChecks = {},
): Promise<void> {
  const followed = chosenSuggestions(advice, chosen);
  const before = buildCallFlow(script);
  const after = buildCallFlow(applySuggestions(script, followed));
  const guard = await loadGuard(checks);
  const objection = guard.finding(before, after) ?? guard.badEnd(before, after);
  if (objection === undefined) return;
  const numbers = followed.map(({ number }) => number).join(', ');
  const what = followed.length === 1 ? `suggestion ${numbers}` : `suggestions ${numbers}`;
  throw new IvrError('usage', `With ${what} alone, ${inWords(objection)}`.replace(/\.?$/, '.'), {
    help: 'Follow others with it, or all: --apply without numbers.',
  });
}
