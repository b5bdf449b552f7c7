import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { noRoomAside } from '../aside/no-room.ts';
import { grown } from '../bytes/grown.ts';

/** The bytes of a block. Small enough that one for each part fits into memory, and large enough for a file. */
export const blockSize = 1 << 15;
const blocksOfSlab = 128;

/**
 * Blocks of rows, each of one part of the calls, in the order in which they came. The first ones lie in memory
 * that threads share, all others in a file.
 */
export interface RowBlocks {
  readonly slabs: readonly SharedArrayBuffer[];
  readonly file: string;
  /** The part that each block belongs to, and how many of its bytes are used. */
  readonly parts: Int32Array;
  readonly lengths: Int32Array;
}

/** Puts blocks aside. */
export interface BlockWriter {
  /** Takes a copy of a block: at most `blockSize` bytes. Throws an IvrError `file-unwritable`. */
  readonly put: (part: number, block: Uint8Array) => void;
  /** Nothing may be put aside after it. */
  readonly end: () => RowBlocks;
}

/** Puts blocks aside in so many bytes of memory, and beyond in a file, which is made when it is needed. */
export function createBlockWriter(file: string, memory: number): BlockWriter {
  const mostSlabs = Math.max(0, Math.floor(memory / (blockSize * blocksOfSlab)));
  const slabs: SharedArrayBuffer[] = [];
  let parts = new Int32Array(blocksOfSlab);
  let lengths = new Int32Array(blocksOfSlab);
  let count = 0;
  let open: number | undefined;

  const write = (block: Uint8Array, place: number): void => {
    try {
      open ??= openSync(file, 'wx', 0o600);
      for (let from = 0; from < block.length;)
        from += writeSync(open, block, from, block.length - from, place + from);
    } catch (cause) {
      throw noRoomAside(cause);
    }
  };

  return {
    put(part, block) {
      if (count === parts.length) {
        parts = grown(parts, count + 1);
        lengths = grown(lengths, count + 1);
      }
      parts[count] = part;
      lengths[count] = block.length;
      const inMemory = mostSlabs * blocksOfSlab;
      if (count < inMemory) {
        if (count % blocksOfSlab === 0) slabs.push(new SharedArrayBuffer(blockSize * blocksOfSlab));
        const slab = slabs.at(-1);
        if (slab !== undefined)
          new Uint8Array(slab, (count % blocksOfSlab) * blockSize, block.length).set(block);
      } else write(block, (count - inMemory) * blockSize);
      count += 1;
    },
    end() {
      if (open !== undefined) closeSync(open);
      return { slabs, file, parts: parts.slice(0, count), lengths: lengths.slice(0, count) };
    },
  };
}

/** Reads the blocks of parts. */
export interface BlockReader {
  /** Visits the blocks of a part in their order, each as so many bytes of one view, which the next one overwrites. */
  readonly each: (part: number, visit: (bytes: DataView, length: number) => void) => void;
  readonly close: () => void;
}

/** Opens what was put aside. */
export function openBlocks({ slabs, file, parts, lengths }: RowBlocks): BlockReader {
  const inMemory = slabs.length * blocksOfSlab;
  const open = parts.length > inMemory ? openSync(file, 'r') : undefined;
  const block = new Uint8Array(blockSize);
  const bytes = new DataView(block.buffer);
  const blocksOf = new Map<number, number[]>();
  parts.forEach((part, index) => {
    const known = blocksOf.get(part);
    if (known === undefined) blocksOf.set(part, [index]);
    else known.push(index);
  });
  const read = (index: number, length: number): void => {
    const slab = slabs[Math.floor(index / blocksOfSlab)];
    if (slab !== undefined) {
      block.set(new Uint8Array(slab, (index % blocksOfSlab) * blockSize, length));
      return;
    }
    if (open === undefined) throw new RangeError('a block that was not put aside');
    for (let from = 0; from < length;) {
      const more = readSync(
        open,
        block,
        from,
        length - from,
        (index - inMemory) * blockSize + from,
      );
      if (more === 0) throw new RangeError('what was put aside is gone');
      from += more;
    }
  };
  return {
    each(part, visit) {
      for (const index of blocksOf.get(part) ?? []) {
        const length = lengths[index] ?? 0;
        read(index, length);
        visit(bytes, length);
      }
    },
    close() {
      if (open !== undefined) closeSync(open);
    },
  };
}
