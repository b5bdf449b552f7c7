import type { CallSelection } from '../calls/call-details.ts';
import type { Pseudonym, WantedDetails } from '../calls/log-engine.ts';
import { isTimeZone, loadZoneOffsets } from '../routing/zone-offsets.ts';
import { createSpanFinder } from '../routing/zone-span.ts';
import { printable } from '../source/code-frame.ts';
import { IvrError } from '../source/ivr-error.ts';
import { choiceMeant } from '../source/nearest-choice.ts';
import { parseMoment } from '../walk/parse-moment.ts';
import { loadZoneClock } from '../walk/zone-clock.ts';
import type { KeyWords } from './caller-key.ts';

/** What a user asks to know of calls beyond their paths, in words. */
export interface DetailWords {
  readonly cwd: string;
  /** The moment now: for words such as `today`. */
  readonly now: number;
  /** The zone of hours, weekdays and moments without an offset. */
  readonly zone: string;
  /** Whether hours and weekdays are wanted; where not, they are those of UTC, which needs no clock. */
  readonly hours?: boolean | undefined;
  /** The moment of a change, to compare before and after. */
  readonly changed?: string | undefined;
  /** Only calls that begin from the one on, and before the other. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only calls under this version of the script. */
  readonly script?: string | undefined;
  /** Whether callers are read, as pseudonyms; by the key in a file, else by one that is never kept. */
  readonly callers?: KeyWords | undefined;
}

const hoursOfUtc: Pick<WantedDetails, 'zone' | 'spanAt'> = {
  zone: 'UTC',
  spanAt: () => ({ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: 0 }),
};

/** Most runs read no callers: they load nothing that hashes. */
async function pseudonyms(key: KeyWords, cwd: string): Promise<Pseudonym> {
  const { pseudonymsBy } = await import('../calls/read-callers.ts');
  const { callerKey } = await import('./caller-key.ts');
  return pseudonymsBy(await callerKey(key, cwd));
}

/** Reads what is to be known of calls. Throws an IvrError `usage` for no zone and for no moment. */
export async function loadDetails(words: DetailWords): Promise<WantedDetails> {
  const { zone, hours = true, now, cwd, changed, from, to, script, callers } = words;
  if (!isTimeZone(zone)) {
    const hint = choiceMeant(zone, Intl.supportedValuesOf('timeZone'));
    throw new IvrError('usage', `There is no time zone "${printable(zone)}".${hint}`, {
      help: 'Write a name of the IANA database, such as Europe/Athens.',
    });
  }
  const isMomentTold = [from, to, changed].some((text) => text !== undefined);
  const offsetAt = isMomentTold ? await loadZoneClock(zone) : () => 0;
  const moment = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : parseMoment(dayOrMoment(text), { now, zone, offsetAt }).at;
  const limits = { from: moment(from), to: moment(to), script };
  const isAll = Object.values(limits).every((limit) => limit === undefined);
  const selection: CallSelection | undefined = isAll ? undefined : limits;
  const cut = moment(changed);
  return {
    ...(hours ? { zone, spanAt: createSpanFinder(await loadZoneOffsets(), zone) } : hoursOfUtc),
    cuts: cut === undefined ? [] : [cut],
    selection,
    pseudonym: callers === undefined ? undefined : await pseudonyms(callers, cwd),
  };
}

/** A day without a time is its midnight. */
function dayOrMoment(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? `${text.trim()} 00:00` : text;
}
