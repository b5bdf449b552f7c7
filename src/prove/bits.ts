/** A set of small whole numbers, such as worlds, as bits: 32 of them in a word. Never changed once shared. */
export type Bits = Uint32Array;

export function noBits(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32));
}

export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff);
  const last = size % 32;
  if (last !== 0) bits[bits.length - 1] = 2 ** last - 1;
  return bits;
}

export function hasBit(bits: Bits, index: number): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** Adds to a set that nobody else holds yet. */
function addBit(bits: Bits, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31));
}

/** Adds all of another set to a set that nobody else holds yet. */
export function addBits(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word += 1)
    bits[word] = (bits[word] ?? 0) | (others[word] ?? 0);
}

export function bitsWhere(size: number, holds: (index: number) => boolean): Bits {
  const bits = noBits(size);
  for (let index = 0; index < size; index += 1) if (holds(index)) addBit(bits, index);
  return bits;
}

export function isEmpty(bits: Bits): boolean {
  return bits.every((word) => word === 0);
}

export function common(a: Bits, b: Bits): Bits {
  return a.map((word, index) => word & (b[index] ?? 0));
}

export function without(a: Bits, b: Bits): Bits {
  return a.map((word, index) => word & ~(b[index] ?? 0));
}

export function union(a: Bits, b: Bits): Bits {
  return a.map((word, index) => word | (b[index] ?? 0));
}

/** The numbers in a set, from the least. */
export function* membersOf(bits: Bits): Generator<number> {
  for (const [index, word] of bits.entries()) {
    for (let rest = word; rest !== 0;) {
      const bit = 31 - Math.clz32(rest & -rest);
      yield index * 32 + bit;
      rest = (rest & ~(1 << bit)) >>> 0;
    }
  }
}
