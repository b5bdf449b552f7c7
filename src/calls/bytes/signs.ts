/** Characters of CSV, as bytes. */
export const comma = 44;
export const lineFeed = 10;
export const carriageReturn = 13;
export const quote = 34;
