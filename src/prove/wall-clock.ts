import { isTimeZone, loadZoneOffsets } from '../routing/zone-offsets.ts';
import type { OffsetAt } from '../walk/window.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const day = 86_400_000;

/** Moments on the clocks of zones, in words of no locale. */
export interface WallClocks {
  readonly offsetAt: (zone: string) => OffsetAt;
  /** As ISO 8601 with the zone's distance from UTC, to the second or finer. */
  readonly iso: (at: number, zone: string) => string;
  /** For people: `Saturday 5 December 14:10`, with seconds where there are some. */
  readonly day: (at: number, zone: string) => string;
  /** Seen from another moment: `14:10` on the same day, `Monday 08:00` within a week. */
  readonly until: (at: number, from: number, zone: string) => string;
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Loads what knows the clocks of zones. A zone that the platform doesn't know is taken for UTC. */
export async function loadWallClocks(): Promise<WallClocks> {
  const spansOf = await loadZoneOffsets();
  const known = new Map<
    string,
    { readonly from: number; readonly to: number; readonly offset: number }[]
  >();
  const offsetAt = (zone: string): OffsetAt => {
    if (!isTimeZone(zone)) return () => 0;
    const spans = known.get(zone) ?? [];
    known.set(zone, spans);
    return (at) => {
      let span = spans.find(({ from, to }) => from <= at && at < to);
      if (span === undefined) {
        const year = new Date(at).getUTCFullYear();
        spans.push(...spansOf(zone, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)));
        span = spans.find(({ from, to }) => from <= at && at < to);
      }
      return span?.offset ?? 0;
    };
  };
  const wall = (at: number, zone: string) => new Date(at + offsetAt(zone)(at));
  const clock = (shown: Date) => shown.toISOString().slice(11, 19).replace(/:00$/, '');
  const weekday = (shown: Date) => weekdays[shown.getUTCDay()] ?? '';
  const date = (shown: Date) =>
    `${weekday(shown)} ${shown.getUTCDate()} ${months[shown.getUTCMonth()] ?? ''}`;
  return {
    offsetAt,
    iso: (at, zone) =>
      wall(at, zone)
        .toISOString()
        .replace(/(\.000)?Z$/, '') + offsetText(offsetAt(zone)(at)),
    day: (at, zone) => {
      const shown = wall(at, zone);
      return `${date(shown)} ${clock(shown)}`;
    },
    until: (at, from, zone) => {
      const [shown, now] = [wall(at, zone), wall(from, zone)];
      const days = Math.floor(shown.getTime() / day) - Math.floor(now.getTime() / day);
      if (days === 0) return clock(shown);
      return `${days < 7 ? weekday(shown) : date(shown)} ${clock(shown)}`;
    },
  };
}
