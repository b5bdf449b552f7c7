/** A source of chance: the same seed and stream give the same numbers everywhere. */
export interface Random {
  /** From 0 to below 1, in steps of 2^-53. */
  readonly next: () => number;
  /** True with a probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  /** Exponential with a mean. */
  readonly exponential: (mean: number) => number;
  /** Gamma of shape 4 with a mean: never 0, skewed to the right, half the mean in deviation. */
  readonly gamma: (mean: number) => number;
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * xoshiro128** 1.1 of Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47(4), 2021: 32-bit words, period 2^128 - 1. The state must
 * not be all zero.
 */
export function xoshiro128(words: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = words;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

/** Mixes a word so that every bit of it reaches every other: the finaliser of MurmurHash3 (Appleby). */
function mixed(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Four words of state from a seed, a stream and a number in it. Two of them carry seed and number
 * as they are, so that no two calls of a simulation begin alike.
 */
function stateOf(seed: number, stream: string, index: number): [number, number, number, number] {
  let bits = 0x9e3779b9;
  const take = (word: number) => {
    bits = mixed(bits ^ word) + 0x9e3779b9;
  };
  for (const number of [seed, index]) {
    take(number % 2 ** 32);
    take(Math.floor(number / 2 ** 32));
  }
  for (const character of stream) take(character.codePointAt(0) ?? 0);
  const word = (salt: number) => mixed(bits + Math.imul(salt, 0x6d2b79f5));
  return [word(1) ^ (index % 2 ** 32), word(2) ^ (seed % 2 ** 32), word(3), word(4) | 1];
}

/**
 * Chance for one part of a simulation: `stream` names what it is for and `index` which one it is, so
 * that calls don't share numbers and one more draw in one of them moves no other. `seed` is any
 * number; it counts without its fraction.
 */
export function randomFrom(seed: number, stream: string, index = 0): Random {
  const word = xoshiro128(stateOf(Math.trunc(seed) || 0, stream, index));
  const next = () => ((word() >>> 5) * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
  const exponential = (mean: number) => -mean * Math.log(1 - next());
  return {
    next,
    chance: (probability) => next() < probability,
    below: (count) => Math.min(Math.floor(next() * count), count - 1),
    exponential,
    gamma: (mean) => {
      let sum = 0;
      for (let part = 0; part < 4; part += 1) sum += exponential(mean / 4);
      return sum;
    },
  };
}
