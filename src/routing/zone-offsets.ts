/** A stretch of time in which a zone keeps one distance from UTC. Milliseconds. */
export interface OffsetSpan {
  readonly from: number;
  readonly to: number;
  /** Added to UTC gives the wall clock. */
  readonly offset: number;
}

/** The spans of a zone between two moments, in order, without gaps. Throws RangeError for no zone. */
export type ZoneOffsets = (timeZone: string, from: number, to: number) => readonly OffsetSpan[];

/** Loads what knows the zones: the platform's own zone data, asked through Temporal. */
export async function loadZoneOffsets(): Promise<ZoneOffsets> {
  const { Temporal } = await import('temporal-polyfill');
  return (timeZone, from, to) => {
    const spans: OffsetSpan[] = [];
    let here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
    let start = from;
    while (start < to) {
      const next = here.getTimeZoneTransition('next');
      const end = Math.min(next?.epochMilliseconds ?? to, to);
      spans.push({ from: start, to: end, offset: here.offsetNanoseconds / 1_000_000 });
      if (next === null) break;
      here = next;
      start = end;
    }
    return spans;
  };
}

let listedZones: ReadonlySet<string> | undefined;

/** Whether the platform knows a zone by this name. */
export function isTimeZone(name: string): boolean {
  // The list lacks links and UTC, but costs a tenth of the first clock that is made for a zone.
  listedZones ??= new Set(Intl.supportedValuesOf('timeZone'));
  if (listedZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
