import { hashOf } from '../bytes/byte-words.ts';
import type { ByteCondenser } from '../bytes/condense-bytes.ts';
import { createMoment } from '../bytes/moment.ts';
import { blockSize, createBlockWriter, openBlocks, type RowBlocks } from './row-blocks.ts';

/** What a row holds in front of its id: the length of that, with two bits of `more`; the code; the moment. */
const places = { length: 0, code: 4, at: 8, more: 16 } as const;
/** Which numbers stand between the moment and the id. */
const more = { seq: 1, caller: 2, bits: 2 } as const;
const numberSize = 8;

/** A part should have so many rows: few enough that the calls of a part fit into the cache of a core. */
const rowsOfPart = 1 << 16;
const mostParts = 256;

/** How many parts the calls of so many rows should be divided into; a power of two. */
export function partsFor(rows: number): number {
  const wanted = Math.ceil(rows / rowsOfPart);
  return wanted <= 1 ? 1 : Math.min(mostParts, 2 ** Math.ceil(Math.log2(wanted)));
}

/** The part of a call, by the highest bits of its hash: the lower ones tell calls of a part apart. */
const partOf = (hash: number, parts: number): number => (hash >>> 24) & (parts - 1);

/** Rows, put aside by the parts of the calls that they belong to; those of a call in their order. */
export interface SortedRows {
  readonly blocks: RowBlocks;
  /** All codes in them are below. */
  readonly codes: number;
}

/** Takes rows as a condenser does, but counts nothing: it puts them aside. */
export interface RowSorter {
  readonly condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>;
  /** No row may come after it. */
  readonly end: () => SortedRows;
}

/** What paths, counts and the program take besides rows, in bytes. */
const besides = 192 * 1024 * 1024;

/** How many of these bytes may hold rows. */
export const memoryForRows = (memory: number): number => Math.max(0, memory - besides);

export interface SortingOptions {
  /** A power of two, as `partsFor` gives it. */
  readonly parts: number;
  /** Bytes of memory that rows may take; beyond, they go into the file. */
  readonly memory: number;
  readonly file: string;
}

/** Sorts rows into parts by the hash of the call's id, so that each part holds whole calls. */
export function createRowSorter({ parts, memory, file }: SortingOptions): RowSorter {
  const staged = new Uint8Array(parts * blockSize);
  const rows = new DataView(staged.buffer);
  const used = new Int32Array(parts);
  const writer = createBlockWriter(file, memory - staged.length);
  const now = createMoment();
  let id: DataView = rows;
  let [idFrom, idLength, part, codes] = [0, 0, 0, 0];

  const send = (own: number): void => {
    const from = own * blockSize;
    writer.put(own, staged.subarray(from, from + (used[own] ?? 0)));
    used[own] = 0;
  };
  const putId = (to: number): void => {
    let at = 0;
    for (; at + 4 <= idLength; at += 4)
      rows.setInt32(to + at, id.getInt32(idFrom + at, true), true);
    for (; at < idLength; at += 1) rows.setUint8(to + at, id.getUint8(idFrom + at));
  };

  return {
    condenser: {
      now,
      // No call is known here: each row opens its own.
      find: () => -1,
      open(bytes, from, to, hash) {
        id = bytes;
        idFrom = from;
        idLength = to - from;
        part = partOf(hash, parts);
        return 0;
      },
      add(_slot, code, seq = Number.NaN, caller = Number.NaN) {
        const hasSeq = !Number.isNaN(seq);
        const hasCaller = !Number.isNaN(caller);
        const numbers = (hasSeq ? numberSize : 0) + (hasCaller ? numberSize : 0);
        const size = places.more + numbers + idLength;
        if ((used[part] ?? 0) + size > blockSize) send(part);
        const row = part * blockSize + (used[part] ?? 0);
        const bits = (hasSeq ? more.seq : 0) | (hasCaller ? more.caller : 0);
        rows.setInt32(row + places.length, (idLength << more.bits) | bits, true);
        rows.setInt32(row + places.code, code, true);
        rows.setFloat64(row + places.at, now[0] ?? 0, true);
        if (hasSeq) rows.setFloat64(row + places.more, seq, true);
        if (hasCaller) rows.setFloat64(row + places.more + numbers - numberSize, caller, true);
        putId(row + places.more + numbers);
        used[part] = (used[part] ?? 0) + size;
        if (code >= codes) codes = code + 1;
      },
    },
    end() {
      for (let own = 0; own < parts; own += 1) if ((used[own] ?? 0) > 0) send(own);
      return { blocks: writer.end(), codes };
    },
  };
}

/** Gives the rows of a part to a condenser, in the order in which they came. */
export type RowGiver = (part: number) => void;

/** Opens sorted rows for a condenser; `codeOf` gives its code for one of theirs. */
export function openSortedRows(
  { blocks }: SortedRows,
  condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>,
  codeOf: (code: number) => number,
): { readonly give: RowGiver; readonly close: () => void } {
  const reader = openBlocks(blocks);
  const giveBlock = (rows: DataView, length: number): void => {
    for (let row = 0; row < length;) {
      const head = rows.getInt32(row + places.length, true);
      let from = row + places.more;
      let seq: number | undefined;
      let caller: number | undefined;
      if ((head & more.seq) !== 0) {
        seq = rows.getFloat64(from, true);
        from += numberSize;
      }
      if ((head & more.caller) !== 0) {
        caller = rows.getFloat64(from, true);
        from += numberSize;
      }
      const to = from + (head >>> more.bits);
      const hash = hashOf(rows, from, to);
      const known = condenser.find(rows, from, to, hash);
      const slot = known < 0 ? condenser.open(rows, from, to, hash) : known;
      condenser.now[0] = rows.getFloat64(row + places.at, true);
      condenser.add(slot, codeOf(rows.getInt32(row + places.code, true)), seq, caller);
      row = to;
    }
  };
  return {
    give: (part) => {
      reader.each(part, giveBlock);
    },
    close: reader.close,
  };
}
