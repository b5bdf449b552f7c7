import { IvrError } from '../source/ivr-error.ts';
import { earliestMoment, latestMoment } from '../walk/moments.ts';
import { defaultStart, windowOf, type OffsetAt } from '../walk/window.ts';
import type { Horizon } from './time-worlds.ts';

const day = 86_400_000;
const longestYears = 10;

/** The same day of the next year; 29 February becomes 1 March. */
function yearLater(at: number, offsetAt: OffsetAt): number {
  const wall = new Date(at + offsetAt(at));
  const later = wall.setUTCFullYear(wall.getUTCFullYear() + 1);
  return later - offsetAt(later - offsetAt(at));
}

/**
 * The time that a proof is for: a year from its beginning unless an end is given. Dates are midnights
 * of the directory's zone. Throws an IvrError `usage` for moments that can't be read, of which
 * calendars know nothing, or that lie more than ten years apart.
 */
export function horizonOf(
  from: string | number | undefined,
  to: string | number | undefined,
  offsetAt: OffsetAt,
): Horizon {
  const what = 'a proof';
  const begins = windowOf(from ?? defaultStart, undefined, offsetAt, what).from;
  const horizon = windowOf(begins, to ?? yearLater(begins, offsetAt), offsetAt, what);
  if (horizon.from < earliestMoment || horizon.to > latestMoment)
    throw new IvrError('usage', "Calendars don't cover that time.", {
      help: 'Choose --from and --to between 1970 and 2099.',
    });
  if (horizon.to - horizon.from > longestYears * 366 * day)
    throw new IvrError('usage', `A proof covers ${longestYears} years at most.`, {
      help: 'Choose a --to nearer to --from; a year holds every weekday and every holiday.',
    });
  return horizon;
}
