import { IvrError } from '../source/ivr-error.ts';

const week = 7 * 86_400_000;
const firstMoment = Date.UTC(1900, 0, 2);
const lastMoment = Date.UTC(2199, 11, 30);

/** Adding it to UTC gives the wall clock of a place. */
export type OffsetAt = (at: number) => number;

function wrong(value: string | number, purpose: string): IvrError {
  return new IvrError('usage', `"${value}" is not a moment that ${purpose}.`, {
    help: 'Write a date (2026-03-02), or a time with its zone (2026-03-02T08:00:00Z), between 1901 and 2199.',
  });
}

/** The moment that the wall clock shows this; an hour that the clocks skip is the one after it. */
function fromWall(wall: number, offsetAt: OffsetAt): number {
  const guess = wall - offsetAt(wall);
  return wall - offsetAt(guess);
}

function momentOf(value: string | number, purpose: string, offsetAt: OffsetAt): number {
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const isTime =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value);
  const read = typeof value === 'number' ? value : isDate || isTime ? Date.parse(value) : NaN;
  const isRolled = isDate && !new Date(read || 0).toISOString().startsWith(value);
  if (!(read >= firstMoment && read <= lastMoment) || isRolled) throw wrong(value, purpose);
  return Math.round(isDate ? fromWall(read, offsetAt) : read);
}

/** The Monday that things begin at when nobody says when. */
export const defaultStart = '2026-03-02';

/**
 * The window of a simulation, or of what else is named, from its options; throws an IvrError `usage`
 * where it can't be one.
 */
export function windowOf(
  from: string | number | undefined,
  to: string | number | undefined,
  offsetAt: OffsetAt,
  what = 'a simulation',
): { readonly from: number; readonly to: number } {
  const begins = momentOf(from ?? defaultStart, `${what} can begin at`, offsetAt);
  const ends = to === undefined ? begins + week : momentOf(to, `${what} can end at`, offsetAt);
  if (ends <= begins)
    throw new IvrError('usage', `The window of ${what} must end after it begins.`, {
      help: 'Let --to be later than --from; --to itself no longer belongs to the window.',
    });
  return { from: begins, to: ends };
}
