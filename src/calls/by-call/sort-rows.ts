import type { ByteCondenser } from '../bytes/condense-bytes.ts';
import { createMoment } from '../bytes/moment.ts';
import { partOf } from './call-parts.ts';
import { blockSize, createBlockWriter } from './row-blocks.ts';
import { extras, numberSize, rowPlaces } from './row-layout.ts';
import type { SortedRows } from './sorted-rows.ts';

/** Takes rows as a condenser does, but counts nothing: it puts them aside. */
export interface RowSorter {
  readonly condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>;
  /** No row may come after it. */
  readonly end: () => SortedRows;
}

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
        const size = rowPlaces.extras + numbers + idLength;
        if ((used[part] ?? 0) + size > blockSize) send(part);
        const row = part * blockSize + (used[part] ?? 0);
        const bits = (hasSeq ? extras.seq : 0) | (hasCaller ? extras.caller : 0);
        rows.setInt32(row + rowPlaces.idLength, (idLength << extras.bits) | bits, true);
        rows.setInt32(row + rowPlaces.code, code, true);
        rows.setFloat64(row + rowPlaces.at, now[0] ?? 0, true);
        if (hasSeq) rows.setFloat64(row + rowPlaces.extras, seq, true);
        if (hasCaller) rows.setFloat64(row + rowPlaces.extras + numbers - numberSize, caller, true);
        putId(row + rowPlaces.extras + numbers);
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
