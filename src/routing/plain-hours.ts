/** Weekdays as hours name them, in their order. */
export const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const day = `(?:${dayNames.join('|')})`;
const daysPart = new RegExp(`^(${day}(?:-${day})?(?:,${day}(?:-${day})?)*|PH) (.+)$`);
const timeRange = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** What plain hours are about. */
export interface PlainHours {
  /** Whether they open on any day that is no holiday. */
  readonly everOpens: boolean;
  /** Whether they say what holds on public holidays, so that those must be known. */
  readonly namesHolidays: boolean;
}

/** The days of `Mo-Fr` or `Mo,We-Fr`, each later than the one before; nothing where they aren't. */
function daysOf(text: string): readonly number[] | undefined {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [first, last = first] = part
      .split('-')
      .map((name) => dayNames.findIndex((known) => known === name));
    if (first === undefined || last === undefined || first <= (days.at(-1) ?? -1)) return undefined;
    if (part.includes('-') && last <= first) return undefined;
    for (let each = first; each <= last; each += 1) days.push(each);
  }
  return days;
}

/** Whether these are ranges of time in order; one alone may run past midnight. */
function areTimes(text: string): boolean {
  const ranges = text.split(',');
  let before = -1;
  for (const range of ranges) {
    const [, fromHour, fromMinute, toHour = '24', toMinute = '00'] = timeRange.exec(range) ?? [];
    if (fromHour === undefined) return false;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = Number(toHour) * 60 + Number(toMinute);
    if (from <= before || to === from || to === 0) return false;
    if (to < from && ranges.length > 1) return false;
    before = to;
  }
  return true;
}

/**
 * Reads hours as most are written: `24/7`, `off`, weekdays with ranges of time, `PH` with times or
 * `off`. Nothing where there is more to them, or where anything could be wrong or odd: then the
 * full reader tells. What is read here, the full reader reads without a complaint.
 */
export function plainHours(text: string): PlainHours | undefined {
  if (text === '24/7') return { everOpens: true, namesHolidays: false };
  const opens = new Set<number>();
  let namesHolidays = false;
  for (const rule of text.split(/; ?/)) {
    const parts = daysPart.exec(rule);
    const [days, rest = rule] = [parts?.[1], parts?.[2]];
    const isOff = rest === 'off';
    if (!isOff && !areTimes(rest)) return undefined;
    if (days === 'PH') {
      namesHolidays = true;
      continue;
    }
    const ruled = days === undefined ? dayNames.keys() : daysOf(days);
    if (ruled === undefined) return undefined;
    // The last rule of a day holds.
    for (const each of ruled)
      if (isOff) opens.delete(each);
      else opens.add(each);
  }
  return { everOpens: opens.size > 0, namesHolidays };
}
