import type { MenuLeaf } from '../optimise/menu-problem.ts';
import { IvrError } from '../source/ivr-error.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { ReasonPin } from './design-options.ts';
import type { WantedReason } from './wanted-reason.ts';

/** Where a reason must stand. */
export type Pinned = Required<Pick<MenuLeaf, 'isFirst'>> & Pick<MenuLeaf, 'place'>;

/** Reasons that must be in the first menu, by name. Throws `usage` for a reason that the table doesn't have. */
export function pinnedReasons(
  pins: readonly ReasonPin[],
  reasons: readonly WantedReason[],
): ReadonlyMap<string, Pinned> {
  const names = reasons.map(({ reason }) => reason);
  const pinned = new Map<string, Pinned>();
  const keys = new Map<number, string>();
  for (const { reason, key } of pins) {
    if (!names.includes(reason)) {
      const near = nearestName(reason, names);
      const help =
        near === undefined ? 'Pins name reasons of the table.' : `Did you mean "${near}"?`;
      throw new IvrError('usage', `The table has no reason "${reason}" to pin.`, { help });
    }
    const other = key === undefined ? undefined : keys.get(key);
    if (other !== undefined && other !== reason) {
      const help = 'Give one of them another key.';
      throw new IvrError('usage', `"${other}" and "${reason}" can't both have key ${key}.`, {
        help,
      });
    }
    if (key !== undefined) keys.set(key, reason);
    pinned.set(reason, { isFirst: true, place: key ?? pinned.get(reason)?.place });
  }
  return pinned;
}
