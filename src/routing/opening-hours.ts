import type OpeningHours from 'opening_hours';
import type { nominatim_object, opening_hours_warning_type } from 'opening_hours';
import { faceAt, withoutZone } from './without-zone.ts';

/** A stretch of a wall clock, in minutes since 1970-01-01 00:00 on that clock. */
export interface WallSpan {
  readonly from: number;
  /** The first minute that no longer belongs to it. */
  readonly to: number;
}

/** Hours that could be read. */
export interface Hours {
  /** When these hours are open for certain, between two days (counted from 1970-01-01). */
  openSpans(fromDay: number, toDay: number): readonly WallSpan[];
  /** When nobody can tell: `unknown`, an open end (`10:00+`), a comment instead of hours. */
  unclearSpans(fromDay: number, toDay: number): readonly WallSpan[];
  /** How these hours were understood, where their spelling left that to be guessed. */
  guessed(): string | undefined;
}

/** A country and, where holidays differ by region, its ISO 3166-2 code (`DE-BY` or `BY`). */
export interface HolidayArea {
  readonly country: string;
  readonly region?: string | undefined;
}

/** What reading an hours text gave. */
export type HoursReading =
  | { readonly hours: Hours; readonly problem?: undefined; readonly areaKnown: AreaKnown }
  | { readonly hours?: undefined; readonly problem: string; readonly areaKnown: AreaKnown };

/** How much of an area's holidays is known. Only asked of hours that name holidays. */
export type AreaKnown = 'yes' | 'no-country' | 'no-region' | 'needs-region';

/** Reads hours in the syntax of OpenStreetMap. */
export type ReadHours = (text: string, area?: HolidayArea) => HoursReading;

export const minutesInDay = 1440;

/** The library's name for hours that are ranges of time, not points in time. */
const timeRanges = 0;

/** The library's message in words for people: where it stopped, and why. */
function readable(thrown: unknown): string {
  const text = String(thrown instanceof Error ? thrown.message : thrown).replace(/\s+/g, ' ');
  if (text.startsWith('Country code missing')) {
    return 'they name holidays (PH or SH), but no country is given whose holidays are meant';
  }
  if (text.includes('no holidays (SH)')) return 'no school holidays (SH) are known there';
  const [before = '', after] = text.split(' <--- (', 2);
  if (after === undefined) return text;
  const token = /^Unexpected token: ("[^"]*")/.exec(after)?.[1];
  const why = token === undefined ? (after.split(')')[0] ?? '') : `${token} means nothing here`;
  return `at the end of "${before}": ${why}`;
}

/** The library's warnings that say: this was guessed. Its others are on style and tagging. */
const guesses: ReadonlySet<opening_hours_warning_type> = new Set([
  'ambiguous_word',
  'hour_min_separator',
  'interpreted_as_year',
  'rant_degree_sign_used_for_zero',
  'switched',
  'vague',
  'value_ends_with_token',
  'without_minutes',
  'word_error_correction',
]);

/** An address as OpenStreetMap's search gives it, which tells whether its region was known. */
function addressOf(area: HolidayArea) {
  const asked = { fallback: false };
  const region = area.region?.toUpperCase();
  const address = {
    country_code: area.country.toLowerCase(),
    ...(region === undefined ? {} : { 'ISO3166-2-lvl4': region }),
    // Only looked at when the code of the region led to no region.
    get state(): string | undefined {
      asked.fallback = true;
      return undefined;
    },
  };
  return { address, regionKnown: () => region === undefined || !asked.fallback };
}

interface Stretch extends WallSpan {
  readonly state: 'open' | 'unclear';
}

/** Asks minute by minute: slow, but it needs no next change. */
function stretchesOfDay(parsed: OpeningHours, from: number, to: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let minute = from; minute < to; minute += 1) {
    const iterator = parsed.getIterator(faceAt(minute));
    const state = iterator.getState() ? 'open' : iterator.getUnknown() ? 'unclear' : undefined;
    const last = stretches.at(-1);
    if (state === undefined) continue;
    if (last?.state === state && last.to === minute) stretches.pop();
    const start = last?.state === state && last.to === minute ? last.from : minute;
    stretches.push({ from: start, to: minute + 1, state });
  }
  return stretches;
}

/**
 * The stretches between two midnights. The library knows the state of every minute, but gives up
 * on some next changes (31 December 2028 with the holidays of the United States): then the time is
 * halved until the day is found, and that day is asked minute by minute.
 */
function stretchesOf(parsed: OpeningHours, from: number, to: number): readonly Stretch[] {
  try {
    return parsed.getOpenIntervals(faceAt(from), faceAt(to)).map(([start, end, unknown]) => ({
      from: start.getTime() / 60_000,
      to: end.getTime() / 60_000,
      state: unknown ? 'unclear' : 'open',
    }));
  } catch {
    const days = (to - from) / minutesInDay;
    if (days <= 1) return stretchesOfDay(parsed, from, to);
    const middle = from + Math.floor(days / 2) * minutesInDay;
    return [...stretchesOf(parsed, from, middle), ...stretchesOf(parsed, middle, to)];
  }
}

/**
 * Loads the reader of hours. Heavy (1.2 MB, most of it holidays), so only when hours are asked for.
 * Everything is computed on a clock without a zone: the same result in every process zone.
 */
export async function loadHoursReader(): Promise<ReadHours> {
  const { default: Library } = await import('opening_hours');

  const spans =
    (parsed: OpeningHours, wanted: Stretch['state']) =>
    (fromDay: number, toDay: number): readonly WallSpan[] =>
      withoutZone(() =>
        stretchesOf(parsed, fromDay * minutesInDay, toDay * minutesInDay)
          .filter(({ state }) => state === wanted)
          .map(({ from, to }) => ({ from, to })),
      );

  return (text, area) => {
    const place = area === undefined ? undefined : addressOf(area);
    // Its types ask for a country and a state; it does without them where no holidays are named.
    const named = { lat: 0, lon: 0, address: place?.address ?? {} } as nominatim_object;
    const regionKnown = () => place?.regionKnown() ?? true;
    try {
      const parsed = withoutZone(() => new Library(text, named, timeRanges));
      return {
        areaKnown: regionKnown() ? 'yes' : 'no-region',
        hours: {
          openSpans: spans(parsed, 'open'),
          unclearSpans: spans(parsed, 'unclear'),
          guessed: () =>
            withoutZone(() =>
              parsed.getStructuredWarnings().some(({ type }) => guesses.has(type))
                ? parsed.prettifyValue()
                : undefined,
            ),
        },
      };
    } catch (thrown) {
      const problem = readable(thrown);
      const lacksHolidays = problem.includes('no holidays (PH) defined for');
      const areaKnown = !lacksHolidays
        ? 'yes'
        : !regionKnown()
          ? 'no-region'
          : problem.includes(' and state ')
            ? 'needs-region'
            : 'no-country';
      return { areaKnown, problem };
    }
  };
}
