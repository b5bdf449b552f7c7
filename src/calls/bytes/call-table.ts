import { grown } from './grown.ts';

/** Ids that are longer don't fit into the table. */
export const longestId = 1024;
const empty = 0;

/**
 * The calls that are open, found by the bytes of their ids. A slot is the number of an open call and
 * is used again when the call is let go; what is known of a call stands in arrays by slot.
 */
export interface CallTable {
  /** The slot of an id (bytes `from` to `to`, with their hash); a new one is negative: `-1 - slot`. */
  readonly slotOf: (bytes: Uint8Array, from: number, to: number, hash: number) => number;
  readonly release: (slot: number) => void;
  readonly isOpen: (slot: number) => boolean;
  /** Open calls. */
  readonly size: () => number;
  /** Slots that have ever been used: all open ones are below. */
  readonly slots: () => number;
}

/** The hash of an id; the reader computes the same while it looks for the end of the id. */
export function callHashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0;
  for (let index = from; index < to; index += 1) {
    hash = (Math.imul(hash, 31) + (bytes[index] ?? 0)) | 0;
  }
  return hash;
}

/** The last step of the hash: spreads what the loop left in the low bits. */
export function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
}

/** An empty table: open addressing with linear probing, and no marks left behind by deleting. */
export function createCallTable(): CallTable {
  let places = new Int32Array(1 << 14);
  let mask = places.length - 1;
  let hashes = new Int32Array(1 << 13);
  let lengths = new Int32Array(1 << 13);
  let room = 32;
  let ids = new Uint8Array(room << 13);
  let free: number[] = [];
  let used = 0;
  let open = 0;

  const put = (slot: number): void => {
    let place = spread(hashes[slot] ?? 0) & mask;
    while (places[place] !== empty) place = (place + 1) & mask;
    places[place] = slot + 1;
  };
  const widen = (): void => {
    const before = places;
    places = new Int32Array(before.length * 2);
    mask = places.length - 1;
    for (const entry of before) if (entry !== empty) put(entry - 1);
  };
  const isId = (slot: number, bytes: Uint8Array, from: number, length: number): boolean => {
    if (lengths[slot] !== length) return false;
    const own = slot * room;
    for (let index = 0; index < length; index += 1) {
      if (ids[own + index] !== bytes[from + index]) return false;
    }
    return true;
  };
  const makeRoom = (length: number): void => {
    const [before, narrow] = [ids, room];
    while (room < length) room *= 2;
    ids = new Uint8Array(hashes.length * room);
    for (let slot = 0; slot < used; slot += 1) {
      ids.set(before.subarray(slot * narrow, (slot + 1) * narrow), slot * room);
    }
  };
  const claim = (): number => {
    const slot = free.pop() ?? used;
    if (slot === used) used += 1;
    if (slot >= hashes.length) {
      hashes = grown(hashes, used);
      lengths = grown(lengths, hashes.length);
      ids = grown(ids, hashes.length * room);
    }
    return slot;
  };

  return {
    slotOf(bytes, from, to, hash) {
      const length = to - from;
      let place = spread(hash) & mask;
      for (let entry = places[place] ?? empty; entry !== empty; entry = places[place] ?? empty) {
        const slot = entry - 1;
        if (hashes[slot] === hash && isId(slot, bytes, from, length)) return slot;
        place = (place + 1) & mask;
      }
      if (length > room) makeRoom(length);
      const slot = claim();
      hashes[slot] = hash;
      lengths[slot] = length;
      for (let index = 0; index < length; index += 1) {
        ids[slot * room + index] = bytes[from + index] ?? 0;
      }
      places[place] = slot + 1;
      open += 1;
      if (open * 2 > places.length) widen();
      return -1 - slot;
    },
    release(slot) {
      let hole = spread(hashes[slot] ?? 0) & mask;
      while (places[hole] !== slot + 1) hole = (hole + 1) & mask;
      // What stands behind the hole moves up, unless it would come before its own place.
      for (let place = (hole + 1) & mask; places[place] !== empty; place = (place + 1) & mask) {
        const home = spread(hashes[(places[place] ?? 1) - 1] ?? 0) & mask;
        if (((place - home) & mask) < ((place - hole) & mask)) continue;
        places[hole] = places[place] ?? empty;
        hole = place;
      }
      places[hole] = empty;
      lengths[slot] = 0;
      free.push(slot);
      open -= 1;
      if (open === 0) {
        free = [];
        used = 0;
      }
    },
    isOpen: (slot) => lengths[slot] !== 0,
    size: () => open,
    slots: () => used,
  };
}
