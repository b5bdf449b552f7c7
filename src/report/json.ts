/** Characters that JSON allows as they are, but that move a cursor or hide text where it is shown. */
const unsafe = /[\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * A value as JSON with a line end behind, safe to show on a terminal: control and direction
 * characters are written as escapes, so nothing is lost.
 */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(unsafe, escaped)}\n`;
}
