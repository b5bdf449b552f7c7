import { longestLine } from '../text-lines.ts';
import { carriageReturn, comma, lineFeed, quote } from './signs.ts';

/** A row without its quotes. */
export interface UnquotedRow {
  /** The row and its line feed; valid until the next row. */
  readonly bytes: Uint8Array;
  /** The place of the line feed in the bytes that the row comes from. */
  readonly end: number;
}

/**
 * Takes the quotes off the row that begins at `from`, where its fields would be the same without them:
 * no comma, quote or line end stands in a quoted one. Nothing for every other row, and for those that
 * have no quotes.
 */
export function createUnquoter(): (bytes: Uint8Array, from: number) => UnquotedRow | undefined {
  const row = new Uint8Array(longestLine + 1);
  return (bytes, from) => {
    let here = from;
    let length = 0;
    let isQuoted = false;
    for (;;) {
      let byte = bytes[here] ?? 0;
      const isField = byte === quote;
      if (isField) {
        isQuoted = true;
        here += 1;
        byte = bytes[here] ?? 0;
      }
      while (byte !== comma && byte !== quote && byte !== lineFeed && byte !== carriageReturn) {
        if (length >= longestLine || here - from > longestLine) return undefined;
        row[length] = byte;
        length += 1;
        here += 1;
        byte = bytes[here] ?? 0;
      }
      if ((byte === quote) !== isField) return undefined;
      if (isField) {
        here += 1;
        byte = bytes[here] ?? 0;
      }
      if (byte !== comma && byte !== lineFeed && byte !== carriageReturn) return undefined;
      if (byte !== comma) break;
      if (length >= longestLine) return undefined;
      row[length] = comma;
      length += 1;
      here += 1;
    }
    if (!isQuoted || here - from > longestLine) return undefined;
    if (bytes[here] === carriageReturn) {
      here += 1;
      if (bytes[here] !== lineFeed) return undefined;
    }
    row[length] = lineFeed;
    return { bytes: row, end: here };
  };
}
