import { textIn } from '../values.ts';

interface Ran {
  readonly name: string;
  readonly data: string;
}

/** Which word of what they are given is the variable that holds the digits. */
const variableAt: Readonly<Record<string, number>> = { play_and_get_digits: 7, read: 3 };

const written: ReadonlySet<string> = new Set(['set', 'export', 'unset', 'multiset']);

/** The variable that an application puts digits into. */
function variableOf({ name, data }: Ran): string | undefined {
  const at = Object.hasOwn(variableAt, name) ? variableAt[name] : undefined;
  if (at === undefined) return undefined;
  return data.match(/'[^']*'|\S+/g)?.[at];
}

/**
 * Tells which applications callers entered digits for. The variable holds what came last into it, at the
 * end of the call: it says so only of an application that ran once, and into which nothing else wrote.
 */
export function enteredDigits(
  ran: readonly Ran[],
  variables: unknown,
): (name: string, data: string) => boolean {
  const times = new Map<string, number>();
  for (const one of ran) {
    const variable = written.has(one.name) ? /[^=\s]*/.exec(one.data)?.[0] : variableOf(one);
    if (variable !== undefined) times.set(variable, (times.get(variable) ?? 0) + 1);
  }
  return (name, data) => {
    const variable = variableOf({ name, data });
    return (
      variable !== undefined &&
      times.get(variable) === 1 &&
      (textIn(variables, variable) ?? '') !== ''
    );
  };
}
