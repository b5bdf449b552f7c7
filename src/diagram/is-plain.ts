/** Latin letters and the usual quotation marks and dashes, without blanks but the space. */
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/**
 * Whether a text is of characters that stand for themselves: no controls, no marks that join, no halves
 * of pairs, none of another direction or script. Most are, and need no tables of Unicode, which take a
 * while to load.
 */
export function isPlain(text: string): boolean {
  return plain.test(text);
}
