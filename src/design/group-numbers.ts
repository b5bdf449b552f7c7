import { IvrError } from '../source/ivr-error.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { DesignOptions } from './design-options.ts';
import type { WantedReason } from './wanted-reason.ts';

/** Which reasons may share a menu behind the first: those with the same number, or all. */
export interface ReasonGroups {
  readonly are: 'any' | 'kept';
  /** By position; nothing for a reason without a group. */
  readonly numbers: readonly (number | undefined)[];
}

/**
 * The groups of the table, where those that are listed together count as one. Throws `usage` for a group
 * that the table doesn't have, or that is listed twice.
 */
export function groupNumbers(
  reasons: readonly WantedReason[],
  groups: DesignOptions['groups'],
): ReasonGroups {
  const names = [...new Set(reasons.flatMap(({ group }) => group ?? []))];
  const any: ReasonGroups = { are: 'any', numbers: reasons.map(() => undefined) };
  if (groups === 'any') return any;
  const numbers = new Map<string, number>();
  (groups ?? []).forEach((together, index) => {
    for (const name of together) {
      if (!names.includes(name)) {
        const near = nearestName(name, names);
        const help =
          near === undefined ? 'Groups are in the column "group".' : `Did you mean "${near}"?`;
        throw new IvrError('usage', `The table has no group "${name}".`, { help });
      }
      if (numbers.has(name)) {
        const help = 'List each group once, with all that may share a menu with it.';
        throw new IvrError('usage', `The group "${name}" is listed twice.`, { help });
      }
      numbers.set(name, index);
    }
  });
  names.forEach((name, index) => {
    if (!numbers.has(name)) numbers.set(name, (groups ?? []).length + index);
  });
  const own = reasons.map(({ group }) => (group === undefined ? undefined : numbers.get(group)));
  // With one group for all there is nothing to keep apart.
  return new Set(own).size < 2 ? any : { are: 'kept', numbers: own };
}
