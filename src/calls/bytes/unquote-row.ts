import { longestLine } from '../text-lines.ts';
import { slack } from './line-buffer.ts';
import { carriageReturn, comma, lineFeed, quote } from './signs.ts';

/** A row without its quotes. */
export interface UnquotedRow {
  /** The row and its line feed; valid until the next row. */
  readonly bytes: DataView;
  /** The place of the line feed in the bytes that the row comes from. */
  readonly end: number;
}

/**
 * Takes the quotes off the row that begins at `from`, where its fields would be the same without them:
 * no comma, quote or line end stands in a quoted one. Nothing for every other row, and for those that
 * have no quotes.
 */
export function createUnquoter(): (bytes: DataView, from: number) => UnquotedRow | undefined {
  const row = new Uint8Array(longestLine + 1 + slack);
  const words = new DataView(row.buffer);
  return (bytes, from) => {
    let here = from;
    let length = 0;
    let isQuoted = false;
    for (;;) {
      let byte = bytes.getUint8(here);
      const isField = byte === quote;
      if (isField) {
        isQuoted = true;
        here += 1;
        byte = bytes.getUint8(here);
      }
      while (byte !== comma && byte !== quote && byte !== lineFeed && byte !== carriageReturn) {
        if (length >= longestLine || here - from > longestLine) return undefined;
        row[length] = byte;
        length += 1;
        here += 1;
        byte = bytes.getUint8(here);
      }
      if ((byte === quote) !== isField) return undefined;
      if (isField) {
        here += 1;
        byte = bytes.getUint8(here);
      }
      if (byte !== comma && byte !== lineFeed && byte !== carriageReturn) return undefined;
      if (byte !== comma) break;
      if (length >= longestLine) return undefined;
      row[length] = comma;
      length += 1;
      here += 1;
    }
    if (!isQuoted || here - from > longestLine) return undefined;
    if (bytes.getUint8(here) === carriageReturn) {
      here += 1;
      if (bytes.getUint8(here) !== lineFeed) return undefined;
    }
    row[length] = lineFeed;
    return { bytes: words, end: here };
  };
}
