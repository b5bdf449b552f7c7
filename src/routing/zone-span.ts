import type { OffsetSpan, ZoneOffsets } from './zone-offsets.ts';

/** The stretch of time around a moment in which a zone keeps its distance from UTC, cut at ends of years. */
export type SpanAt = (at: number) => OffsetSpan;

const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);

/**
 * Finds the spans of a zone year by year, when they are asked for: finding all that a log may reach into
 * takes longer than reading a small one. Throws RangeError for no zone.
 */
export function createSpanFinder(spansOf: ZoneOffsets, timeZone: string): SpanAt {
  const years = new Map<number, readonly OffsetSpan[]>();
  return (at) => {
    const year = new Date(at).getUTCFullYear();
    const [from, to] = [startOf(year), startOf(year + 1)];
    const spans = years.get(year) ?? spansOf(timeZone, from, to);
    years.set(year, spans);
    return spans.find((span) => at < span.to) ?? { from, to, offset: 0 };
  };
}
