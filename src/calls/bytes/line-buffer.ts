import { grown } from './grown.ts';
import { lineFeed } from './signs.ts';

/**
 * So many bytes stand behind the last line of a buffer at least: whoever compares an id, a moment or a
 * word with what may be there needs no look at where the buffer ends.
 */
export const slack = 2048;
/** As much as is read of a file at once. */
const usualSize = 1 << 18;

/**
 * The bytes of a log, as far as their lines haven't been read yet: one piece of memory that chunks are
 * put into, so that a line that is torn by the border of two chunks stands in one piece.
 */
export interface LineBuffer {
  readonly put: (chunk: Uint8Array) => void;
  /** The bytes that are held, from 0 on, with some behind them that mean nothing. */
  readonly bytes: () => Uint8Array;
  /** The same for reading words; valid until more is put in. */
  readonly words: () => DataView;
  readonly length: () => number;
  /** The end of the last whole line, behind its line feed; 0 where there is none. */
  readonly linesEnd: () => number;
  /** Forgets what stands in front of this place. */
  readonly drop: (to: number) => void;
  /** Forgets what stands from this place on. */
  readonly cut: (from: number) => void;
}

/** Nothing held. */
export function createLineBuffer(): LineBuffer {
  let bytes = new Uint8Array(usualSize + slack);
  let words = new DataView(bytes.buffer);
  let length = 0;
  return {
    put(chunk) {
      if (length + chunk.length + slack > bytes.length) {
        bytes = grown(bytes, length + chunk.length + slack);
        words = new DataView(bytes.buffer);
      }
      bytes.set(chunk, length);
      length += chunk.length;
    },
    bytes: () => bytes,
    words: () => words,
    length: () => length,
    linesEnd: () => (length === 0 ? 0 : bytes.lastIndexOf(lineFeed, length - 1) + 1),
    drop(to) {
      bytes.copyWithin(0, to, length);
      length -= to;
    },
    cut(from) {
      length = from;
    },
  };
}
