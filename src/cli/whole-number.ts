import { InvalidArgumentError } from 'commander';

/** A whole number from 0 on, as an option takes it. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It takes a whole number below 1,000,000,000.');
  return Number(text);
}
