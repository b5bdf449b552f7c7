import type { DuckDBDataChunk } from '@duckdb/node-api';
import { longestId } from '../bytes/call-table.ts';

/**
 * DuckDB keeps up to so many bytes of a text where it keeps the text's length, so that they are read out of its
 * memory; for any more it is asked again, for each text.
 */
const pieceSize = 12;
/** In that memory, a text's length stands in four bytes, its own behind them. */
const [placeSize, lengthSize] = [16, 4];
const mostPieces = 16;

/** How many pieces ids of so many bytes take. */
export const piecesFor = (length: number): number =>
  Math.min(mostPieces, Math.max(1, Math.ceil(length / pieceSize)));

/** Ids of more bytes don't come as pieces. */
export const longestIn = (pieces: number): number => pieces * pieceSize;

/** The pieces of a text in SQL. */
export const piecesOf = (text: string, pieces: number): readonly string[] =>
  Array.from(
    { length: pieces },
    (_, piece) => `encode(substring(${text}, ${piece * pieceSize + 1}, ${pieceSize}))`,
  );

/** A column of bytes, as the library knows it. */
interface Blobs {
  readonly getItemBytes: (row: number) => Uint8Array | null;
}

/** A column, and its memory, if its short items lie there. */
interface Piece {
  readonly blobs: Blobs;
  readonly memory: DataView | undefined;
}

/** A short item of a column, looked for from a row on in one direction; the memory it lies in, if it does. */
function shortItem(blobs: Blobs, from: number, step: 1 | -1, rows: number) {
  for (let row = from; row >= 0 && row < rows; row += step) {
    const bytes = blobs.getItemBytes(row);
    if (bytes !== null && bytes.length <= pieceSize)
      return { buffer: bytes.buffer, begin: bytes.byteOffset - lengthSize - row * placeSize };
  }
  return undefined;
}

function pieceIn(chunk: DuckDBDataChunk, column: number): Piece {
  // The statement gives bytes in this column; DuckDB says of its vector only that it is one.
  const blobs = chunk.getColumnVector(column) as unknown as Blobs;
  const rows = chunk.rowCount;
  const first = shortItem(blobs, 0, 1, rows);
  const last = shortItem(blobs, rows - 1, -1, rows);
  // Copies, which another version of the library may give, would lie elsewhere.
  const isTogether =
    first !== undefined &&
    first.begin >= 0 &&
    first.begin + rows * placeSize <= first.buffer.byteLength &&
    first.buffer === last?.buffer &&
    first.begin === last.begin;
  const memory = isTogether ? new DataView(first.buffer, first.begin, rows * placeSize) : undefined;
  return { blobs, memory };
}

/** Reads ids that come as pieces. */
export interface IdReader {
  /** Where the id lies that was read last; some bytes are free behind it. */
  readonly bytes: DataView;
  /** Begins to read the rows of a chunk, whose first columns are the pieces. */
  readonly begin: (chunk: DuckDBDataChunk) => void;
  /** Reads the id of a row. Returns its length. */
  readonly read: (row: number) => number;
}

export function createIdReader(pieces: number): IdReader {
  const id = new Uint8Array(longestId + pieceSize);
  const bytes = new DataView(id.buffer);
  let columns: readonly Piece[] = [];

  return {
    bytes,
    begin(chunk) {
      columns = Array.from({ length: pieces }, (_, column) => pieceIn(chunk, column));
    },
    read(row) {
      const place = row * placeSize;
      let length = 0;
      for (let piece = 0; piece < pieces; piece += 1) {
        const column = columns[piece];
        if (column === undefined) break;
        const { memory } = column;
        const own = memory?.getInt32(place, true) ?? -1;
        if (memory !== undefined && own >= 0 && own <= pieceSize) {
          bytes.setInt32(length, memory.getInt32(place + 4, true), true);
          bytes.setInt32(length + 4, memory.getInt32(place + 8, true), true);
          bytes.setInt32(length + 8, memory.getInt32(place + 12, true), true);
          length += own;
          if (own < pieceSize) break;
        } else {
          // Letters beyond ASCII take more bytes.
          const more = column.blobs.getItemBytes(row) ?? new Uint8Array();
          id.set(more, length);
          length += more.length;
        }
      }
      return length;
    },
  };
}
