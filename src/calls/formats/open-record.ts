/** A record is this long at most, in characters. */
export const longestRecord = 16 * 1024 * 1024;

/**
 * The record of a log that is being read, piece by piece. Places are those in the piece that is being
 * read; nothing is kept while no record is open.
 */
export interface OpenRecord {
  readonly isOpen: () => boolean;
  /** Whether what stands next in it is a field of an object. */
  readonly isInObject: () => boolean;
  readonly begin: (line: number, at: number) => void;
  /** A list or an object opens in it. */
  readonly open: (sign: '{' | '[') => void;
  readonly close: () => void;
  /** Keeps what it has of a piece that is read to its end. */
  readonly keep: (piece: string) => void;
  /** Ends it behind this place, and gives the line it began in and its text, where that isn't too long. */
  readonly end: (
    piece: string,
    at: number,
  ) => { readonly line: number; readonly text: string | undefined } | undefined;
  /** Lets go of it, and gives the line it began in. */
  readonly drop: () => number | undefined;
}

export function createOpenRecord(): OpenRecord {
  /** The line it began in; nothing where none is open. */
  let line: number | undefined;
  /** Where it begins in the piece, and what it has of pieces before. */
  let from = 0;
  let held = '';
  let heldLength = 0;
  /** The signs that opened what is open in it. */
  let opened: string[] = [];

  const drop = (): number | undefined => {
    const began = line;
    line = undefined;
    held = '';
    heldLength = 0;
    return began;
  };
  return {
    drop,
    isOpen: () => line !== undefined,
    isInObject: () => line !== undefined && opened.at(-1) === '{',
    begin(inLine, at) {
      line = inLine;
      from = at;
      opened = [];
    },
    open(sign) {
      if (line !== undefined) opened.push(sign);
    },
    close() {
      opened.pop();
    },
    keep(piece) {
      if (line === undefined) return;
      heldLength += piece.length - from;
      held = heldLength > longestRecord ? '' : held + piece.slice(from);
      from = 0;
    },
    end(piece, at) {
      const isTooLong = heldLength + at + 1 - from > longestRecord;
      const text = isTooLong ? undefined : held + piece.slice(from, at + 1);
      const began = drop();
      return began === undefined ? undefined : { line: began, text };
    },
  };
}
