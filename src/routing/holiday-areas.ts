import { holidayAreas } from './holiday-areas-table.ts';
import type { HolidayArea } from './opening-hours.ts';

/**
 * Whether the public holidays of an area are surely known, told without loading them. False says
 * nothing: what the table doesn't have, the reader of hours tells.
 */
export function isHolidayArea({ country, region }: HolidayArea): boolean {
  const code = country.toLowerCase();
  if (!Object.hasOwn(holidayAreas, code)) return false;
  const known = holidayAreas[code]?.split(' ') ?? [];
  if (region === undefined) return known.includes('-');
  const local = region.toLowerCase();
  const asked = local.startsWith(`${code}-`) ? local.slice(code.length + 1) : local;
  return asked !== '-' && known.includes(asked);
}
