import type { Directory } from './directory.ts';
import type { DirectoryProblem } from './directory-finding.ts';

/** ITU-T E.164: a plus and at most 15 digits. */
const international = /^\+[1-9]\d{6,14}$/;

/** Numbers of North America in their usual form: surely right as far as a check can tell. */
const plainlyRight = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

function numberProblem(id: string, message: string, help: string): DirectoryProblem {
  return {
    ruleId: 'invalid-number',
    severity: 'error',
    message,
    help,
    data: { name: id },
    at: ['numbers', id, 'number'],
  };
}

/** Outside numbers that aren't written in international form. The numbers are never told. */
export function checkNumberForm(directory: Directory): readonly DirectoryProblem[] {
  return Object.entries(directory.numbers)
    .filter(([, { number }]) => !international.test(number))
    .map(([id]) =>
      numberProblem(
        id,
        `The number of "${id}" isn't written in international form, so transfers to it may reach nobody.`,
        'Write a plus, the country code and the number, digits only: "+18005550142".',
      ),
    );
}

/**
 * Numbers in international form that no country has: an unknown country code, or a length that no
 * number of that country has. Loads the numbering plans only where there is something to look up.
 */
export async function checkNumberPlans(directory: Directory): Promise<readonly DirectoryProblem[]> {
  const doubtful = Object.entries(directory.numbers).filter(
    ([, { number }]) => international.test(number) && !plainlyRight.test(number),
  );
  if (doubtful.length === 0) return [];
  const [{ parsePhoneNumberFromString }, { default: plans }] = await Promise.all([
    import('libphonenumber-js/core'),
    import('libphonenumber-js/min/metadata'),
  ]);
  return doubtful.flatMap(([id, { number }]) => {
    const parsed = parsePhoneNumberFromString(number, plans);
    if (parsed === undefined) {
      return [
        numberProblem(
          id,
          `The number of "${id}" begins with a country code that no country has, so transfers to it reach nobody.`,
          'Write the country code after the plus: "+44…" for Great Britain.',
        ),
      ];
    }
    if (parsed.isPossible()) return [];
    return [
      numberProblem(
        id,
        `The number of "${id}" is longer or shorter than any number with its country code, so transfers to it reach nobody.`,
        'Count its digits; a zero for calls inside the country is left out after the code.',
      ),
    ];
  });
}
