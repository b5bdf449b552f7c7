import { carriageReturn, lineFeed, quote } from './signs.ts';

const ones = 0x01010101;
const highs = 0x80808080;
const lineFeeds = lineFeed * ones;
const carriageReturns = carriageReturn * ones;
const quotes = quote * ones;

/** Whether one of four bytes is zero: subtracting one borrows from the highest bit of those only. */
function hasZero(word: number): boolean {
  return ((word - ones) & ~word & highs) !== 0;
}

/**
 * The line feed that ends a row of which nothing more matters; -1 where a quote or a lone carriage
 * return stands before it, behind which other rows may begin.
 */
export function endOfRow(bytes: DataView, from: number): number {
  let here = from;
  let word = bytes.getInt32(here, true);
  while (
    !hasZero(word ^ lineFeeds) &&
    !hasZero(word ^ quotes) &&
    !hasZero(word ^ carriageReturns)
  ) {
    here += 4;
    word = bytes.getInt32(here, true);
  }
  let byte = bytes.getUint8(here);
  while (byte !== lineFeed && byte !== carriageReturn && byte !== quote) {
    here += 1;
    byte = bytes.getUint8(here);
  }
  if (byte === carriageReturn) {
    here += 1;
    byte = bytes.getUint8(here);
  }
  return byte === lineFeed ? here : -1;
}
