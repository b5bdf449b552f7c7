/** The four bytes from here as one number, the first in its lowest place. */
function wordOf(bytes: DataView, from: number): number {
  return bytes.getInt32(from, true);
}

/** Mixes a word into a hash. */
export function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/**
 * The hash of bytes, by words of four. The last word reaches back to the end of the bytes instead of
 * beyond them, so that nothing has to be cut off; fewer than four bytes are a word of their own.
 */
export function hashOf(bytes: DataView, from: number, to: number): number {
  const last = to - 4;
  if (last < from) return hashOfFew(bytes, from, to);
  let hash = to - from;
  for (let here = from; here < last; here += 4) hash = mixed(hash, wordOf(bytes, here));
  return mixed(hash, wordOf(bytes, last));
}

function hashOfFew(bytes: DataView, from: number, to: number): number {
  let word = 0;
  for (let here = from; here < to; here += 1) word = (word << 8) | bytes.getUint8(here);
  return mixed(to - from, word);
}

/** A hash of bytes with 53 bits, so that among millions of ids hardly two share one. */
export function longHashOf(bytes: Uint8Array): number {
  let [one, other] = [0x811c9dc5, bytes.length];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    other = Math.imul(other + byte, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11);
}

/** Whether as many bytes from two places on are the same. */
export function areSame(
  one: DataView,
  from: number,
  other: DataView,
  otherFrom: number,
  length: number,
): boolean {
  const last = length - 4;
  for (let at = 0; at < last; at += 4) {
    if (one.getInt32(from + at, true) !== other.getInt32(otherFrom + at, true)) return false;
  }
  if (last >= 0) return one.getInt32(from + last, true) === other.getInt32(otherFrom + last, true);
  for (let at = 0; at < length; at += 1) {
    if (one.getUint8(from + at) !== other.getUint8(otherFrom + at)) return false;
  }
  return true;
}
