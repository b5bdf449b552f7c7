import { InvalidArgumentError } from 'commander';

/** A day as `2027-03-01`: midnight in UTC, in milliseconds since 1970. */
export function readDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  // Hours are known from 1970 up to 2100, and are compared over a year.
  if (!isDay || text < '1970-01-01' || text >= '2098-12-31')
    throw new InvalidArgumentError('It takes a day like 2027-03-01.');
  return time;
}
