/** What an item of the answer counts, as its number says. */
export const counts = {
  /** Calls that took the path `p`; `v` is their duration. */
  path: 0,
  /** Stretches at a node: `p` holds the codes of the rows around it, `b` the bucket of its length. */
  dwell: 1,
  /** One id whose rows the rules must judge: `s` is the id, `w` holds its rows. */
  rows: 2,
  /** All ids; `v` is the number of their rows. */
  fates: 3,
  /** Calls that began in the hour `b`; `v` is when. */
  hour: 4,
  /** Calls; `v` is when they ended. */
  end: 5,
  /** Calls with late rows; `v` is their number. */
  late: 6,
  /** Calls under the version `s`. */
  script: 7,
  /** Calls of which the table doesn't tell the order of two rows of one moment. */
  unclear: 8,
  /** Ids with more rows than `mostRowsPerId`. */
  tooMany: 9,
  /** All ids; `v` is the number of their other items, so that none can go missing unnoticed. */
  items: 10,
} as const;

/** Ids with more rows than this are no ids of calls. */
export const mostRowsPerId = 1_000_000;

interface ItemParts {
  readonly p?: string;
  readonly b?: string;
  readonly s?: string;
  readonly w?: string;
  readonly v?: string;
}

/** An item before it is counted, of the expressions for its parts. All have the same types. */
export function item(kind: keyof typeof counts, parts: ItemParts): string {
  const { p = 'emptyArrayUInt32()', b = '0', s = "''", w = 'emptyArrayString()', v = '0' } = parts;
  return `(toUInt8(${counts[kind]}), ${p}, toInt64(${b}), ${s}, ${w}, toInt64(${v}))`;
}

/** The items, if something holds, else none: in a way that all versions of the server know. */
export const itemsIf = (test: string, ...items: readonly string[]): string =>
  `arraySlice([${items.join(', ')}], 1, if(${test}, ${items.length}, 0))`;

/** The array, if something holds, else an empty one, so that nothing is computed of it. */
export const arrayIf = (test: string, array: string): string =>
  `arraySlice(${array}, 1, if(${test}, length(${array}), 0))`;
