import type { Calendar } from './directory.ts';
import { namesHolidays } from './read-calendar.ts';

const minutesInDay = 24 * 60;

/** The open minutes that one rule of hours gives a day, or nothing where that isn't plain. */
function openMinutes(rule: string): number | undefined {
  const text = rule.replace(/"[^"]*"?/g, '').trim();
  if (/\b(off|closed)\b/i.test(text)) return 0;
  const spans = [...text.matchAll(/(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})(\+?)/g)];
  const rest = text.replace(/\d{1,2}:\d{2}\s*-\s*\d{1,2}:\d{2}/g, '');
  if (spans.length === 0 || /[+:]|\b(unknown|sun|dawn|dusk)/i.test(rest)) return undefined;
  return spans.reduce((sum, [, fromHour, fromMinute, toHour, toMinute]) => {
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    return sum + (to > from ? to - from : to - from + minutesInDay);
  }, 0);
}

/**
 * Whether a calendar closes at some time of a year: `false` for one that is always open, nothing
 * where its hours would have to be worked out day by day. One-off exceptions don't count: they may
 * be past. Reads the text alone, so that rules can ask without a reader of hours.
 */
export function mayClose({ hours, holidays, exceptions = [] }: Calendar): boolean | undefined {
  if (holidays !== undefined && !namesHolidays(hours)) return true;
  if (/^\s*24\/7\s*$/.test(hours)) return exceptions.length === 0 ? false : undefined;
  if (hours.includes('||')) return undefined;
  const days = hours
    .split(';')
    .filter((rule) => rule.trim() !== '')
    .map(openMinutes);
  // A week has seven days, and each is ruled by one of these: less than a day each is less than a week.
  const isPlain = days.every((minutes) => minutes !== undefined && minutes < minutesInDay);
  return isPlain && days.length > 0 ? true : undefined;
}
