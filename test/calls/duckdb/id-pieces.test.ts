import { expect, test } from '@jest/globals';
import type { DuckDBDataChunk } from '@duckdb/node-api';
import {
  createIdReader,
  longestIn,
  piecesFor,
  piecesOf,
} from '../../../src/calls/duckdb/id-pieces.ts';

const encoder = new TextEncoder();
const ids = ['call-7', 'a-longer-id-0001', '12 letters..', 'über-zwölf-Bytes', ''];
/** A piece of twelve letters of each id. */
const pieceOf = (id: string, piece: number): Uint8Array =>
  encoder.encode(id.slice(piece * 12, piece * 12 + 12));

/** A chunk of two pieces, as the library gives it; `bytesOf` says where the bytes of an item lie. */
const chunkOf = (bytesOf: (piece: number) => (row: number) => Uint8Array | null) =>
  ({
    rowCount: ids.length,
    getColumnVector: (piece: number) => ({ getItemBytes: bytesOf(piece) }),
  }) as unknown as DuckDBDataChunk;

function idsIn(chunk: DuckDBDataChunk): readonly string[] {
  const reader = createIdReader(2);
  reader.begin(chunk);
  return ids.map((_, row) => {
    const length = reader.read(row);
    return new TextDecoder().decode(new Uint8Array(reader.bytes.buffer, 0, length));
  });
}

/** What DuckDB keeps of a column: sixteen bytes an item, of which four are its length; longer ones elsewhere. */
function inMemory(piece: number): (row: number) => Uint8Array | null {
  const memory = new Uint8Array(8 + ids.length * 16);
  const words = new DataView(memory.buffer);
  ids.forEach((id, row) => {
    const bytes = pieceOf(id, piece);
    words.setUint32(8 + row * 16, bytes.length, true);
    memory.set(bytes.subarray(0, 12), 8 + row * 16 + 4);
  });
  return (row) => {
    const bytes = pieceOf(ids[row] ?? '', piece);
    return bytes.length > 12 ? bytes : memory.subarray(8 + row * 16 + 4).subarray(0, bytes.length);
  };
}

test('ids that come as pieces are read where they lie', () => {
  expect(idsIn(chunkOf(inMemory))).toEqual(ids);
});

test('ids whose bytes the library copies are read out of the copies', () => {
  expect(idsIn(chunkOf((piece) => (row) => pieceOf(ids[row] ?? '', piece)))).toEqual(ids);
  // Copies may share a memory, too, but lie closer together.
  const shared = new Uint8Array(4096);
  const copied = (piece: number) => (row: number) => {
    const bytes = pieceOf(ids[row] ?? '', piece);
    shared.set(bytes, 400 + row * 24);
    return shared.subarray(400 + row * 24, 400 + row * 24 + bytes.length);
  };
  expect(idsIn(chunkOf(copied))).toEqual(ids);
});

test('pieces have twelve letters each, and are as many as the longest id takes', () => {
  expect([0, 1, 12, 13, 36, 5000].map(piecesFor)).toEqual([1, 1, 1, 2, 3, 16]);
  expect(longestIn(3)).toBe(36);
  expect(piecesOf('"call"', 2)).toEqual([
    'encode(substring("call", 1, 12))',
    'encode(substring("call", 13, 12))',
  ]);
});
