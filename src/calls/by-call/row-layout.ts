/**
 * Where a row that is put aside has what, in bytes: the length of its id, with two bits of `extras`; its code;
 * its moment. Behind that come the numbers that the bits tell of, then the id.
 */
export const rowPlaces = { idLength: 0, code: 4, at: 8, extras: 16 } as const;

/** What few rows have. */
export const extras = { seq: 1, caller: 2, bits: 2 } as const;

export const numberSize = 8;
