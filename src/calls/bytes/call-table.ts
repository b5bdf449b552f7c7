import { areSame } from './byte-words.ts';
import { grown } from './grown.ts';

/** Ids that are longer don't fit into the table. */
export const longestId = 1024;
const empty = 0;
const lengthBytes = 4;

/**
 * The calls that are open, found by the bytes of their ids. A slot is the number of an open call and
 * is used again when the call is let go; what is known of a call stands in arrays by slot.
 */
export interface CallTable {
  /** The slot of an id (bytes `from` to `to`, with their `hashOf`); -1 where it has none. */
  readonly find: (bytes: DataView, from: number, to: number, hash: number) => number;
  /** Gives a slot to an id that has none. */
  readonly open: (bytes: DataView, from: number, to: number, hash: number) => number;
  readonly release: (slot: number) => void;
  readonly isOpen: (slot: number) => boolean;
  /** The bytes of an open call's id; valid until another is opened. */
  readonly idAt: (slot: number) => Uint8Array;
  /** Open calls. */
  readonly size: () => number;
  /** Slots that have ever been used: all open ones are below. */
  readonly slots: () => number;
}

/** An empty table: open addressing with linear probing, and no marks left behind by deleting. */
export function createCallTable(): CallTable {
  // A hash and behind it the slot, plus one: most looks at a place touch one line of the cache.
  let places = new Int32Array(2 << 14);
  let mask = (1 << 14) - 1;
  let hashes = new Int32Array(1 << 13);
  // The length of an id stands in front of it, so that both lie in one line of the cache.
  let room = 32;
  let ids = new Uint8Array(room << 13);
  let idWords = new DataView(ids.buffer);
  let free: number[] = [];
  let used = 0;
  let open = 0;

  const put = (slot: number): void => {
    const hash = hashes[slot] ?? 0;
    let place = hash & mask;
    while (places[place * 2 + 1] !== empty) place = (place + 1) & mask;
    places[place * 2] = hash;
    places[place * 2 + 1] = slot + 1;
  };
  const widen = (): void => {
    const before = places;
    places = new Int32Array(before.length * 2);
    mask = mask * 2 + 1;
    for (let at = 1; at < before.length; at += 2) {
      const entry = before[at] ?? empty;
      if (entry !== empty) put(entry - 1);
    }
  };
  const holdIds = (bytes: Uint8Array<ArrayBuffer>): void => {
    ids = bytes;
    idWords = new DataView(ids.buffer);
  };
  const makeRoom = (length: number): void => {
    const [before, narrow] = [ids, room];
    while (room < length) room *= 2;
    holdIds(new Uint8Array(hashes.length * room));
    for (let slot = 0; slot < used; slot += 1) {
      ids.set(before.subarray(slot * narrow, (slot + 1) * narrow), slot * room);
    }
  };
  const claim = (): number => {
    const slot = free.pop() ?? used;
    if (slot === used) used += 1;
    if (slot >= hashes.length) {
      hashes = grown(hashes, used);
      holdIds(grown(ids, hashes.length * room));
    }
    return slot;
  };

  return {
    find(bytes, from, to, hash) {
      const length = to - from;
      for (let place = hash & mask; ; place = (place + 1) & mask) {
        const entry = places[place * 2 + 1] ?? empty;
        if (entry === empty) return -1;
        if (places[place * 2] !== hash) continue;
        const slot = entry - 1;
        const own = slot * room;
        if (
          idWords.getInt32(own, true) === length &&
          areSame(bytes, from, idWords, own + lengthBytes, length)
        )
          return slot;
      }
    },
    open(bytes, from, to, hash) {
      const length = to - from;
      if (length + lengthBytes > room) makeRoom(length + lengthBytes);
      const slot = claim();
      hashes[slot] = hash;
      const own = slot * room;
      idWords.setInt32(own, length, true);
      for (let index = 0; index < length; index += 1)
        ids[own + lengthBytes + index] = bytes.getUint8(from + index);
      put(slot);
      open += 1;
      if (open * 2 > mask) widen();
      return slot;
    },
    release(slot) {
      let hole = (hashes[slot] ?? 0) & mask;
      while (places[hole * 2 + 1] !== slot + 1) hole = (hole + 1) & mask;
      // What stands behind the hole moves up, unless it would come before its own place.
      let place = (hole + 1) & mask;
      for (; places[place * 2 + 1] !== empty; place = (place + 1) & mask) {
        const home = (places[place * 2] ?? 0) & mask;
        if (((place - home) & mask) < ((place - hole) & mask)) continue;
        places.copyWithin(hole * 2, place * 2, place * 2 + 2);
        hole = place;
      }
      places[hole * 2 + 1] = empty;
      idWords.setInt32(slot * room, 0, true);
      free.push(slot);
      open -= 1;
      if (open === 0) {
        free = [];
        used = 0;
      }
    },
    isOpen: (slot) => idWords.getInt32(slot * room, true) !== 0,
    idAt(slot) {
      const own = slot * room + lengthBytes;
      return ids.subarray(own, own + idWords.getInt32(slot * room, true));
    },
    size: () => open,
    slots: () => used,
  };
}
