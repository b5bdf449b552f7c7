/** One of several readers that share a log: each takes the calls that are its own. */
export interface Part {
  /** From 0. The first reader also counts the rows that belong to no call. */
  readonly index: number;
  readonly count: number;
}

/** A reader that takes all calls. */
export const wholeLog: Part = { index: 0, count: 1 };

/** Whether the call of an id with this hash is the part's own. */
export function isOwnCall({ index, count }: Part, hash: number): boolean {
  return (hash >>> 8) % count === index;
}
