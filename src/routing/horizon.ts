/** The stretch of time that checks look at. Milliseconds since 1970 (UTC). */
export interface Horizon {
  readonly from: number;
  readonly until: number;
}

const day = 86_400_000;

/** A year that stands for all where nobody says when: so that a check says the same on every day. */
export const usualYear: Horizon = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2027, 0, 1) };

/** A year from a day on. */
export const yearFrom = (from: number): Horizon => ({ from, until: from + 365 * day });

/** A time as hours a week, or a year where it is less than that: `12.5 hours a week`. */
export function oftenText(ms: number, { from, until }: Horizon): string {
  const hours = ms / 3_600_000;
  const aWeek = hours / ((until - from) / (7 * day));
  const [amount, unit] = aWeek >= 0.5 ? [aWeek, 'week'] : [hours, 'year'];
  const rounded = Math.max(Math.round(amount * 10) / 10, 0.1);
  return `${rounded} ${rounded === 1 ? 'hour' : 'hours'} a ${unit}`;
}
