/**
 * A date whose local time is UTC, for a library that can only think in local time: its fields are
 * what was put in, whatever zone the process runs in. Made without arguments it is 1970, not now.
 */
class ZonelessDate extends Date {
  constructor(...parts: readonly (number | string | Date)[]) {
    const [first = 0] = parts;
    super(parts.length > 1 ? Date.UTC(...(parts as [number, number])) : first);
  }
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getDay(): number {
    return this.getUTCDay();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
  override getMilliseconds(): number {
    return this.getUTCMilliseconds();
  }
  override getTimezoneOffset(): number {
    return 0;
  }
  override setFullYear(...parts: [year: number, month?: number, date?: number]): number {
    return this.setUTCFullYear(...parts);
  }
  override setMonth(...parts: [month: number, date?: number]): number {
    return this.setUTCMonth(...parts);
  }
  override setDate(date: number): number {
    return this.setUTCDate(date);
  }
  override setHours(...parts: [hours: number, min?: number, sec?: number, ms?: number]): number {
    return this.setUTCHours(...parts);
  }
  override setMinutes(...parts: [min: number, sec?: number, ms?: number]): number {
    return this.setUTCMinutes(...parts);
  }
}

/**
 * Runs `work` while `Date` has no zone and no now, and puts the real one back. `work` must be
 * synchronous: nothing else can run meanwhile, so nothing else ever sees the other `Date`.
 *
 * Why not local dates? opening_hours counts days and weeks in milliseconds of local time. In a
 * process zone with daylight saving some wall-clock times don't exist (02:30 in March), night
 * shifts are looked up a day of 24 hours earlier, and weeks of the year come out one too high
 * (America/Santiago, 2027). None of that can be mended from outside by choosing the dates well.
 *
 * It also mutes `console.error`, on which opening_hours repeats what it throws.
 */
export function withoutZone<Result>(work: () => Result): Result {
  const { Date: zoned, console: speaking } = globalThis;
  // A class can't be called as a function, and nothing calls Date so.
  globalThis.Date = ZonelessDate as unknown as DateConstructor;
  globalThis.console = { ...speaking, error: () => undefined };
  try {
    return work();
  } finally {
    globalThis.Date = zoned;
    globalThis.console = speaking;
  }
}

/** A moment of a clock face, in minutes since 1970-01-01 00:00 on that clock, as a zoneless date. */
export function faceAt(minute: number): Date {
  return new ZonelessDate(minute * 60_000);
}
