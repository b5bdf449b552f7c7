import { isTimeZone, loadZoneOffsets } from '../routing/zone-offsets.ts';
import type { OffsetAt } from './window.ts';

const quarter = 15 * 60_000;

/**
 * The wall clock of a zone, asked often: offsets are kept for each quarter of an hour, the finest
 * step at which zones change their clocks. A zone that the platform doesn't know runs on UTC.
 */
export async function loadZoneClock(zone: string): Promise<OffsetAt> {
  if (!isTimeZone(zone)) return () => 0;
  const spansOf = await loadZoneOffsets();
  const known = new Map<number, number>();
  return (at) => {
    const slot = Math.floor(at / quarter);
    const before = known.get(slot);
    if (before !== undefined) return before;
    const offset = spansOf(zone, slot * quarter, slot * quarter + 1)[0]?.offset ?? 0;
    known.set(slot, offset);
    return offset;
  };
}
