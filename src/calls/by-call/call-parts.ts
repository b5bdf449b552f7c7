/** A part should have so many rows: few enough that its calls fit into the cache of a core. */
const rowsOfPart = 1 << 16;
const mostParts = 256;

/** How many parts the calls of so many rows should be divided into: a power of two. */
export function partsFor(rows: number): number {
  const wanted = Math.ceil(rows / rowsOfPart);
  return wanted <= 1 ? 1 : Math.min(mostParts, 2 ** Math.ceil(Math.log2(wanted)));
}

/** The part of a call, by the highest bits of its id's hash: the lower ones tell calls of a part apart. */
export const partOf = (hash: number, parts: number): number => (hash >>> 24) & (parts - 1);

/** What paths, counts and the program take besides rows, in bytes. */
const besides = 192 * 1024 * 1024;

/** How many of these bytes may hold rows. */
export const memoryForRows = (memory: number): number => Math.max(0, memory - besides);
