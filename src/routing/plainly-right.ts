import type { HoursEntries } from './check-hours.ts';
import type { Calendar, Staffing } from './directory.ts';
import { isHolidayArea } from './holiday-areas.ts';
import { plainHours } from './plain-hours.ts';

/** Whether a calendar surely has no fault in its hours and holidays, told without the full reader. */
function isPlainlyRight({ hours, holidays, exceptions = [] }: Calendar): boolean {
  const plain = plainHours(hours);
  if (plain?.everOpens !== true) return false;
  if (holidays === undefined ? plain.namesHolidays : !isHolidayArea(holidays)) return false;
  return exceptions.every(({ hours: text }) => {
    if (text === 'off') return true;
    // Which weekdays an exception has is for the full reader.
    return /^[\d:,/-]+$/.test(text) && plainHours(text) !== undefined;
  });
}

/** The same for the hours of people, who have no holidays of their own. */
function isPlainlyStaffed({ hours }: Staffing): boolean {
  const plain = plainHours(hours);
  return plain !== undefined && plain.everOpens && !plain.namesHolidays;
}

/** The entries that only the full reader can judge: nearly all directories have none. */
export function withoutPlain({ calendars, staffing }: HoursEntries): HoursEntries {
  return {
    calendars: calendars.filter(([, calendar]) => !isPlainlyRight(calendar)),
    staffing: staffing.filter(([, entry]) => !isPlainlyStaffed(entry)),
  };
}
