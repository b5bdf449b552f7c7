import { nearestName } from './nearest-name.ts';

/** A word of fewer letters begins too many names to mean one. */
const shortestPart = 2;

/**
 * The one of some fixed choices that was probably meant, whatever its capitals: the nearest, else the
 * only one that has a part like it, as `twilo` means `twilio-studio`. Nothing where it is a choice.
 */
export function nearestChoice(wanted: string, choices: readonly string[]): string | undefined {
  if (choices.includes(wanted)) return undefined;
  const word = wanted.toLowerCase();
  const names = new Map(choices.toReversed().map((choice) => [choice.toLowerCase(), choice]));
  const lower = choices.map((choice) => choice.toLowerCase());
  const nearest = nearestName(word, lower);
  if (nearest !== undefined) return names.get(nearest);
  if (word.length < shortestPart) return undefined;
  const [only, another] = lower.filter((choice) => {
    const parts = choice.split(/[^\p{L}\p{N}]+/u);
    return parts.some((part) => part.startsWith(word)) || nearestName(word, parts) !== undefined;
  });
  return only === undefined || another !== undefined ? undefined : names.get(only);
}

/** ` Did you mean "x"?`, or nothing where no choice is near. */
export function choiceMeant(wanted: string, choices: readonly string[]): string {
  const meant = nearestChoice(wanted, choices);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}
