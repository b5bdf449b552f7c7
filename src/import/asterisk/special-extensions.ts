/** Extensions with a meaning of their own: no caller dials them. */
export const specialExtensions: ReadonlySet<string> = new Set([
  ...['s', 'i', 't', 'T', 'h', 'e', 'o', 'a', 'fax', 'talk'],
]);
