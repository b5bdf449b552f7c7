import { IvrError } from '../../source/ivr-error.ts';
import { choiceMeant } from '../../source/nearest-choice.ts';
import { zoneClock } from '../mapping/zone-clock.ts';
import { isZone } from '../mapping/zone-name.ts';
import { parseTime } from '../parse-time.ts';
import type { RecordReason } from './log-format.ts';

/** Reads a moment that a vendor's log writes, in milliseconds since 1970, UTC; or tells why it is none. */
export type MomentReader = (text: string) => number | RecordReason;

/** Seconds since 1970, with a fraction or without. */
const seconds = /^\d{9,11}(?:\.\d{1,9})?$/;

/** Reads ISO 8601 with its offset, and seconds since 1970. */
export const momentIn: MomentReader = (text) => {
  if (text === '') return 'no time';
  return seconds.test(text) ? Math.floor(Number(text) * 1000) : parseTime(text);
};

/** Throws an IvrError `usage` for a zone that doesn't exist. */
export function checkZone(zone: string): void {
  if (isZone(zone)) return;
  throw new IvrError(
    'usage',
    `There is no time zone "${zone}".${choiceMeant(zone, Intl.supportedValuesOf('timeZone'))}`,
    {
      help: 'Zones are written like Europe/Madrid, UTC or +01:00.',
    },
  );
}

/**
 * The reader of moments for a log whose server stood in a zone: what has no offset is read on the clock
 * of that zone. Hours that the clock shows twice, or never, are told rather than guessed. Throws an
 * IvrError `usage` for a zone that there is not.
 */
export async function momentReader(zone: string | undefined): Promise<MomentReader> {
  if (zone === undefined) return momentIn;
  checkZone(zone);
  const clock = await zoneClock(zone);
  return (text) => {
    const moment = momentIn(text);
    if (moment !== 'time without offset') return moment;
    const local = parseTime(`${text}Z`);
    if (typeof local === 'string') return local;
    const [first, second] = clock.momentsOf(local);
    if (first === undefined) return 'time skipped by the clocks';
    return second === undefined ? first : 'time that comes twice';
  };
}
