/** What a wall clock shows. */
export interface WallClock {
  /** Counted from 1970-01-01. */
  readonly day: number;
  /** Monday is 0. */
  readonly weekday: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at a moment, from the platform's own zone data: an oracle for calendars. */
export function wallClockAt(timeZone: string, epochMs: number): WallClock {
  let format = formats.get(timeZone);
  if (format === undefined) {
    const digits = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const time = { hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en', { timeZone, ...digits, ...time });
    formats.set(timeZone, format);
  }
  const parts = format.formatToParts(epochMs);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const day = Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
  return { day, weekday: (day + 3) % 7, minute: part('hour') * 60 + part('minute') };
}
