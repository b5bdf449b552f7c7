import { hashOf } from '../bytes/byte-words.ts';
import type { ByteCondenser } from '../bytes/condense-bytes.ts';
import type { EventTable, LoggedEvent } from '../event-table.ts';
import { openBlocks, type RowBlocks } from './row-blocks.ts';
import { extras, numberSize, rowPlaces } from './row-layout.ts';

/** Rows, put aside by the parts of the calls that they belong to; those of a call in their order. */
export interface SortedRows {
  readonly blocks: RowBlocks;
  /** All codes in them are below. */
  readonly codes: number;
}

/** Rows of one log, sorted by their calls, in a form that goes from thread to thread. */
export interface CodedRows extends SortedRows {
  /** What their codes stand for. */
  readonly events: readonly LoggedEvent[];
}

/** Says what the codes in rows stand for, so that another thread can read them. */
export const codedRows = (sorted: SortedRows, events: EventTable): CodedRows => ({
  ...sorted,
  events: Array.from({ length: sorted.codes }, (_, code) => events.kept(code)),
});

/** Bytes that rows take, in memory and on disk. */
export const bytesOf = ({ blocks }: SortedRows): number =>
  blocks.lengths.reduce((sum, length) => sum + length, 0);

/** Reads sorted rows into a condenser. */
export interface SortedRowReader {
  /** Adds the rows of a part, in the order in which they came. */
  readonly addPart: (part: number) => void;
  readonly close: () => void;
}

/** Opens sorted rows for a condenser; `codeOf` gives its code for one of those in the rows. */
export function openSortedRows(
  { blocks }: SortedRows,
  condenser: Pick<ByteCondenser, 'find' | 'open' | 'now' | 'add'>,
  codeOf: (code: number) => number,
): SortedRowReader {
  const reader = openBlocks(blocks);
  const addBlock = (rows: DataView, length: number): void => {
    for (let row = 0; row < length;) {
      const head = rows.getInt32(row + rowPlaces.idLength, true);
      let from = row + rowPlaces.extras;
      let seq: number | undefined;
      let caller: number | undefined;
      if ((head & extras.seq) !== 0) {
        seq = rows.getFloat64(from, true);
        from += numberSize;
      }
      if ((head & extras.caller) !== 0) {
        caller = rows.getFloat64(from, true);
        from += numberSize;
      }
      const to = from + (head >>> extras.bits);
      const hash = hashOf(rows, from, to);
      const known = condenser.find(rows, from, to, hash);
      const slot = known < 0 ? condenser.open(rows, from, to, hash) : known;
      condenser.now[0] = rows.getFloat64(row + rowPlaces.at, true);
      condenser.add(slot, codeOf(rows.getInt32(row + rowPlaces.code, true)), seq, caller);
      row = to;
    }
  };
  return {
    addPart(part) {
      reader.each(part, addBlock);
    },
    close: reader.close,
  };
}
