import type { Calendar, Directory, Queue, Staffing } from './directory.ts';
import { dayNames } from './plain-hours.ts';
import { plainWeek } from './plain-week.ts';
import { dayNumber } from './read-calendar.ts';
import { servingEntries, staffedBy } from './staffed-by.ts';
import { withoutSpans, type WeekSpan } from './week-hours.ts';

const always = '24/7';

/** The zone of a staffing entry: its own, its site's, else the directory's. */
function zoneOf(directory: Directory, { site, timeZone }: Staffing): string {
  const { sites } = directory;
  const place = site !== undefined && Object.hasOwn(sites, site) ? sites[site] : undefined;
  return timeZone ?? place?.timeZone ?? directory.timeZone;
}

type Exception = NonNullable<Calendar['exceptions']>[number];

/** The hours of an exception on its own weekdays: those of 24 December 2026 count on Thursdays. */
function onItsDays({ date, from, to, hours }: Exception): string | undefined {
  if (!/^[\d:,-]+$/.test(hours)) return hours === 'off' ? hours : undefined;
  const first = dayNumber(date ?? from ?? '');
  const days = dayNumber(date ?? to ?? '') - first + 1;
  // 1970-01-01 was a Thursday.
  const isIts = (weekday: number) => (((weekday - first - 3) % 7) + 7) % 7 < days;
  const names = dayNames.filter((_, weekday) => isIts(weekday));
  return `${names.join(',')} ${hours}`;
}

/** When a queue may be open, at most: its usual week with all exceptions laid over it. */
function mostOpen(directory: Directory, queue: Queue) {
  const calendars = new Map<string, Calendar>(Object.entries(directory.calendars));
  const calendar = queue.calendar === undefined ? undefined : calendars.get(queue.calendar);
  if (calendar === undefined) return undefined;
  const week = plainWeek(calendar.hours);
  if (week === undefined) return undefined;
  const isInside = (text: string | undefined): boolean => {
    if (text === 'off') return true;
    const hours = text === undefined ? undefined : plainWeek(text);
    return hours !== undefined && withoutSpans(hours, week).length === 0;
  };
  const holidayRules = calendar.hours.split(/; ?/).filter((rule) => rule.startsWith('PH '));
  const special = [
    ...(calendar.exceptions ?? []).map(onItsDays),
    ...holidayRules.map((rule) => rule.slice(3)),
  ];
  return special.every(isInside)
    ? { week, timeZone: calendar.timeZone ?? directory.timeZone }
    : undefined;
}

/**
 * Whether a queue surely has people for all its languages and skills whenever it is open, told by the
 * texts of plain hours in one zone, without reading them. True for most queues, so that most
 * directories are checked without the reader of hours.
 */
export function isPlainlyCovered(directory: Directory, id: string, queue: Queue): boolean {
  const open = mostOpen(directory, queue);
  if (open === undefined) return false;
  const covering = new Set(
    servingEntries(directory, id).filter((index) => {
      const entry = directory.staffing[index];
      if (entry === undefined) return false;
      if (entry.hours === always) return true;
      const week = zoneOf(directory, entry) === open.timeZone ? plainWeek(entry.hours) : undefined;
      return week !== undefined && covers(week, open.week);
    }),
  );
  const entries = [...covering];
  const wanted = queue.languages ?? [undefined];
  return wanted.every(
    (language) => staffedBy(directory, queue, entries, () => true, { language }) === 'staffed',
  );
}

function covers(week: readonly WeekSpan[], open: readonly WeekSpan[]): boolean {
  return withoutSpans(open, week).length === 0;
}

/** Whether two calendars surely are open at one time, told by their texts. */
export function plainlyMeet(directory: Directory, a: Calendar, b: Calendar): boolean {
  const [one, other] = [plainWeek(a.hours), plainWeek(b.hours)];
  if (one === undefined || other === undefined) return false;
  if ((a.timeZone ?? directory.timeZone) !== (b.timeZone ?? directory.timeZone)) {
    const isAlways = a.hours === always || b.hours === always;
    return isAlways && one.length > 0 && other.length > 0;
  }
  const left = withoutSpans(one, other).reduce((sum, { from, to }) => sum + to - from, 0);
  return left < one.reduce((sum, { from, to }) => sum + to - from, 0);
}
