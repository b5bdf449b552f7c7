import type { Directory } from '../../routing/directory.ts';
import type { CalendarId } from '../../script/names.ts';

const days = new Map([
  ['Mo', 'mon'],
  ['Tu', 'tue'],
  ['We', 'wed'],
  ['Th', 'thu'],
  ['Fr', 'fri'],
  ['Sa', 'sat'],
  ['Su', 'sun'],
]);
const order = [...days.keys()];

/** The days of `Mo-Fr` or `Mo,We`, as Asterisk has them; each part is a condition of its own. */
function dayRanges(text: string): readonly (readonly [from: number, to: number])[] | undefined {
  const ranges: [number, number][] = [];
  for (const part of text.split(',')) {
    const [first = '', last = first] = part.split('-');
    const [from, to] = [order.indexOf(first), order.indexOf(last)];
    if (from === -1 || to === -1 || to < from) return undefined;
    ranges.push([from, to]);
  }
  return ranges;
}

/** `08:00-20:00` as Asterisk has it, where the last minute counts. */
function timeRange(text: string): string | undefined {
  const [, fromHour, fromMinute, toHour, toMinute] =
    /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (fromHour === undefined || fromMinute === undefined) return undefined;
  const from = Number(fromHour) * 60 + Number(fromMinute);
  const to = Number(toHour) * 60 + Number(toMinute) - 1;
  if (to < from || to >= 24 * 60) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${fromHour}:${fromMinute}-${two(Math.floor(to / 60))}:${two(to % 60)}`;
}

/** The conditions of one rule: `Mo-Fr 09:00-12:00,13:00-17:00`. */
function ruleConditions(
  rule: string,
  taken: Set<number>,
  zone: string,
): readonly string[] | undefined {
  const [, written = 'Mo-Su', times = ''] = /^(?:([A-Z][a-z][A-Za-z,-]*) )?(\S+)$/.exec(rule) ?? [];
  const ranges = dayRanges(written);
  if (ranges === undefined) return undefined;
  for (const [from, to] of ranges) {
    for (let day = from; day <= to; day += 1) {
      // A later rule for a day takes the place of an earlier one; that can't be said by adding.
      if (taken.has(day)) return undefined;
      taken.add(day);
    }
  }
  if (times === 'off') return [];
  const clock = times.split(',').map(timeRange);
  if (!clock.every((range) => range !== undefined)) return undefined;
  return ranges.flatMap(([from, to]) => {
    const [first = '', last = ''] = [order[from], order[to]].map((day) => days.get(day ?? ''));
    const week = from === 0 && to === 6 ? '*' : from === to ? first : `${first}-${last}`;
    return clock.map((range) => `${range},${week},*,*,${zone}`);
  });
}

/**
 * The times at which a calendar is open, as conditions of GotoIfTime of which one must hold. Nothing
 * where they are more than weekdays with times: holidays, exceptions, seasons, nights.
 */
export function timeConditions(
  directory: Directory | undefined,
  id: CalendarId,
): readonly string[] | undefined {
  const calendars: Directory['calendars'] | undefined = directory?.calendars;
  const calendar =
    calendars !== undefined && Object.hasOwn(calendars, id) ? calendars[id] : undefined;
  if (directory === undefined || calendar === undefined) return undefined;
  const { hours, exceptions = [], holidays, emergency } = calendar;
  if (exceptions.length > 0 || holidays !== undefined || emergency === true) return undefined;
  const zone = calendar.timeZone ?? directory.timeZone;
  if (!/^[A-Za-z0-9_+/-]+$/.test(zone)) return undefined;
  if (hours === '24/7') return [`*,*,*,*,${zone}`];
  const taken = new Set<number>();
  const rules = hours.split(/; ?/).map((rule) => ruleConditions(rule.trim(), taken, zone));
  return rules.every((rule) => rule !== undefined) ? rules.flat() : undefined;
}
