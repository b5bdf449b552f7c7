import { dayNames, plainHours } from './plain-hours.ts';
import { mergeWeek, type WeekSpan } from './week-hours.ts';

const minutesInDay = 1440;

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

function daysOf(text: string): readonly number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part
      .split('-')
      .map((name) => dayNames.findIndex((known) => known === name));
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

/**
 * The usual week of plain hours, holidays aside; nothing where the hours aren't plain, or where a
 * night could be cut by the rule of another day.
 */
export function plainWeek(text: string): readonly WeekSpan[] | undefined {
  if (plainHours(text) === undefined) return undefined;
  if (text === '24/7') return [{ from: 0, to: 7 * minutesInDay }];
  const rules = text.split(/; ?/).filter((rule) => !rule.startsWith('PH '));
  const week: (readonly WeekSpan[])[] = dayNames.map(() => []);
  for (const rule of rules) {
    const blank = rule.indexOf(' ');
    const days = blank === -1 ? [...dayNames.keys()] : daysOf(rule.slice(0, blank));
    const times = rule.slice(blank + 1);
    const ranges = times === 'off' ? [] : times.split(',').map((range) => range.split('-'));
    for (const day of days) {
      week[day] = ranges.map(([from = '', to = '']) => ({
        from: day * minutesInDay + minutesOf(from),
        to: day * minutesInDay + minutesOf(to) + (to <= from ? minutesInDay : 0),
      }));
    }
  }
  const spans = week.flat();
  const isCut =
    rules.length > 1 &&
    spans.some(
      ({ from, to }) =>
        to % minutesInDay !== 0 &&
        Math.floor(to / minutesInDay) !== Math.floor(from / minutesInDay),
    );
  return isCut ? undefined : mergeWeek(spans);
}
