import { isTimeZone } from '../../routing/zone-offsets.ts';

/** Minutes east of Greenwich of a fixed offset such as `+01:00`; nothing for any other text. */
export function fixedOffset(zone: string): number | undefined {
  const [, sign, hours = '', minutes = ''] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined || Number(hours) > 14 || Number(minutes) > 59) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Whether a text names a time zone, or a fixed offset. */
export function isZone(zone: string): boolean {
  return fixedOffset(zone) !== undefined || isTimeZone(zone);
}
