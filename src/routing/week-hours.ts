/** A stretch of the week, in minutes since Monday 00:00; behind Sunday it goes on at Monday. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
}

const minutesInDay = 1440;
const minutesInWeek = 7 * minutesInDay;
const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Spans in order, without overlaps and none across the end of the week. */
export function mergeWeek(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const inside = spans.flatMap(({ from, to }) =>
    to > minutesInWeek
      ? [
          { from, to: minutesInWeek },
          { from: 0, to: Math.min(to - minutesInWeek, minutesInWeek) },
        ]
      : [{ from, to }],
  );
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of inside.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) merged.push({ from, to });
  }
  return merged;
}

/** What is left of a week without some of its spans. */
export function withoutSpans(
  week: readonly WeekSpan[],
  removed: readonly WeekSpan[],
): readonly WeekSpan[] {
  return mergeWeek(removed).reduce<readonly WeekSpan[]>(
    (left, gone) =>
      left.flatMap(({ from, to }) =>
        [
          { from, to: Math.min(to, gone.from) },
          { from: Math.max(from, gone.to), to },
        ].filter((part) => part.to > part.from),
      ),
    mergeWeek(week),
  );
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** `Mo-Fr`, `Mo,We`, for days counted from Monday. */
function daysText(days: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .map(({ first, last }) =>
      first === last ? dayNames[first] : `${dayNames[first] ?? ''}-${dayNames[last] ?? ''}`,
    )
    .join(',');
}

/**
 * Writes a week in the syntax of OpenStreetMap, days with equal hours together. Nights are cut at
 * midnight, so that no rule reaches into the day of another. `24/7` and `off` are written as such.
 */
export function weekHours(spans: readonly WeekSpan[]): string {
  const week = mergeWeek(spans);
  if (week.length === 0) return 'off';
  if (week[0]?.from === 0 && week[0].to === minutesInWeek) return '24/7';
  const byTimes = new Map<string, number[]>();
  for (let day = 0; day < 7; day += 1) {
    const start = day * minutesInDay;
    const times = week
      .map(({ from, to }) => ({
        from: Math.max(from - start, 0),
        to: Math.min(to - start, minutesInDay),
      }))
      .filter(({ from, to }) => to > from)
      .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
      .join(',');
    if (times !== '') byTimes.set(times, [...(byTimes.get(times) ?? []), day]);
  }
  return [...byTimes].map(([times, days]) => `${daysText(days)} ${times}`).join('; ');
}
