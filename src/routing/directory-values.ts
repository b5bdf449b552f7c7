/** The longest text of opening hours. */
export const longestHours = 500;

/** A day as it is written: `2026-12-24`. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that there is, among texts that the pattern fits. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** True where one date is given, or the first and the last of several in order. */
export function hasDays({
  date,
  from,
  to,
}: {
  readonly date?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): boolean {
  return date === undefined
    ? from !== undefined && to !== undefined && from <= to
    : from === undefined && to === undefined;
}

/** A country by its ISO 3166 code. */
export const countryPattern = /^[A-Za-z]{2}$/;

/** A currency by its ISO 4217 code. */
export const currencyPattern = /^[A-Z]{3}$/;
