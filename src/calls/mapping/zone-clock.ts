import { loadZoneOffsets, type OffsetSpan } from '../../routing/zone-offsets.ts';
import { fixedOffset } from './zone-name.ts';

/** A clock on the wall of a zone; all numbers are milliseconds, `local` as if the wall were UTC. */
export interface ZoneClock {
  /** The moments that the clock shows this: one, two where clocks are set back, none where they skip it. */
  readonly momentsOf: (local: number) => readonly number[];
}

const day = 86_400_000;
const year = 366 * day;

/** Loads the clock of a zone, or of a fixed offset. */
export async function zoneClock(zone: string): Promise<ZoneClock> {
  const offset = fixedOffset(zone);
  if (offset !== undefined) return { momentsOf: (local) => [local - offset * 60_000] };
  const zoneOffsets = await loadZoneOffsets();
  const years = new Map<number, readonly OffsetSpan[]>();
  const spansIn = (local: number): readonly OffsetSpan[] => {
    const index = Math.floor(local / year);
    const known = years.get(index);
    if (known !== undefined) return known;
    const spans = zoneOffsets(zone, index * year - 2 * day, (index + 1) * year + 2 * day);
    years.set(index, spans);
    return spans;
  };
  return {
    momentsOf: (local) =>
      spansIn(local).flatMap(({ from, to, offset: own }) => {
        const moment = local - own;
        return moment >= from && moment < to ? [moment] : [];
      }),
  };
}
