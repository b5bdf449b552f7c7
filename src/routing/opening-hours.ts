import type OpeningHours from 'opening_hours';
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
  /** What reads oddly and how it was understood; the words are for people. */
  readonly remarks: readonly string[];
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

/** The library's message, with its marks taken for people: where it stopped, and why. */
function readable(thrown: unknown): string {
  const text = String(thrown instanceof Error ? thrown.message : thrown).replace(/\s+/g, ' ');
  const marked = /^(.*?)\s*<--- \((.*?)\)(?: |$)/.exec(text);
  const [, upTo = '', why = ''] = marked ?? [];
  return marked === null ? text : `at the end of "${upTo}": ${why}`;
}

/** An address as OpenStreetMap's search gives it, which tells whether its region was known. */
function addressOf(area: HolidayArea) {
  const asked = { fallback: false };
  const region = area.region?.toUpperCase();
  const address = {
    country_code: area.country.toLowerCase(),
    ...(region === undefined ? {} : { 'ISO3166-2-lvl4': region }),
    // Only looked at when the code of the region led to no region.
    get state() {
      asked.fallback = true;
      return undefined as unknown as string;
    },
  };
  return { address, regionKnown: () => region === undefined || !asked.fallback };
}

/**
 * Loads the reader of hours. Heavy (1.2 MB, most of it holidays), so only when hours are asked for.
 * Everything is computed on a clock without a zone: the same result in every process zone.
 */
export async function loadHoursReader(): Promise<ReadHours> {
  const { default: Library } = await import('opening_hours');

  const spans = (parsed: OpeningHours, fromDay: number, toDay: number, unclear: boolean) =>
    withoutZone(() =>
      parsed
        .getOpenIntervals(faceAt(fromDay * minutesInDay), faceAt(toDay * minutesInDay))
        .filter(([, , unknown]) => unknown === unclear)
        .map(([from, to]) => ({ from: from.getTime() / 60_000, to: to.getTime() / 60_000 })),
    );

  return (text, area) => {
    const place = area === undefined ? undefined : addressOf(area);
    const named = { lat: 0, lon: 0, address: place?.address ?? ({} as never) };
    const regionKnown = () => place?.regionKnown() ?? true;
    try {
      const parsed = withoutZone(() => new Library(text, named, timeRanges));
      const remarks = withoutZone(() => parsed.getStructuredWarnings()).map(
        ({ message }) => message,
      );
      return {
        areaKnown: regionKnown() ? 'yes' : 'no-region',
        hours: {
          remarks,
          openSpans: (fromDay, toDay) => spans(parsed, fromDay, toDay, false),
          unclearSpans: (fromDay, toDay) => spans(parsed, fromDay, toDay, true),
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
