import { open, type FileHandle } from 'node:fs/promises';

/** What begins a frame of Zstandard, and one of sixteen that begin a frame of other data (RFC 8878, 3.1). */
const frameMark = 0xfd2fb528;
const skippableMark = 0x184d2a50;

/** Bytes that say how long a text is, by the two highest bits of a frame's descriptor. */
const sizeLengths = [0, 2, 4, 8] as const;
const dictionaryLengths = [0, 1, 2, 4] as const;

/** A block that repeats one byte. */
const repeated = 1;

async function numberAt(file: FileHandle, at: number, length: number): Promise<number> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, at);
  return bytesRead < length ? Number.NaN : bytes.readUIntLE(0, length);
}

/** Where the blocks of a frame end; NaN where the file ends before. */
async function endOfBlocks(file: FileHandle, from: number): Promise<number> {
  let at = from;
  for (;;) {
    const block = await numberAt(file, at, 3);
    if (Number.isNaN(block)) return Number.NaN;
    const isRepeated = ((block >> 1) & 3) === repeated;
    at += 3 + (isRepeated ? 1 : block >> 3);
    if ((block & 1) === 1) return at;
  }
}

/** Where the frame ends that begins there; NaN where the file ends before, or no frame begins there. */
async function endOfFrame(file: FileHandle, from: number): Promise<number> {
  const mark = await numberAt(file, from, 4);
  if (mark - (mark % 16) === skippableMark) return from + 8 + (await numberAt(file, from + 4, 4));
  if (mark !== frameMark) return Number.NaN;
  const descriptor = await numberAt(file, from + 4, 1);
  const isOneSegment = (descriptor & 32) !== 0;
  const sizeLength = sizeLengths[descriptor >> 6] ?? 0;
  const header =
    5 +
    (isOneSegment ? Math.max(1, sizeLength) : 1 + sizeLength) +
    (dictionaryLengths[descriptor & 3] ?? 0);
  const checksum = (descriptor & 4) === 0 ? 0 : 4;
  return (await endOfBlocks(file, from + header)) + checksum;
}

/**
 * Whether a file that is packed with Zstandard ends where its last frame does. DuckDB gives what is
 * whole in one that is broken off, and doesn't tell. Only the lengths of the blocks are read.
 */
export async function endsWhole(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let at = 0;
    while (at < size) at = await endOfFrame(file, at);
    return at === size;
  } finally {
    await file.close();
  }
}
