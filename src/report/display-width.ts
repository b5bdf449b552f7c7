import { eastAsianWidth } from 'get-east-asian-width';
import { graphemesOf } from '../diagram/graphemes.ts';

const isMark = (sign: string): boolean => /^[\p{M}\p{Cf}]/u.test(sign);

/** The columns that a text takes on a terminal: two for wide signs, none for marks alone. */
export function displayWidth(text: string): number {
  // Printable ASCII and blocks, of which most reports are made, need no look into tables of Unicode.
  if (/^[ -~█-▏]*$/.test(text)) return text.length;
  let width = 0;
  for (const sign of graphemesOf(text)) {
    if (isMark(sign)) continue;
    const isEmoji = /^\p{Emoji_Presentation}|\u{fe0f}/u.test(sign);
    width += isEmoji ? 2 : eastAsianWidth(sign.codePointAt(0) ?? 32);
  }
  return width;
}

/** The text with spaces behind it, or before it for numbers, up to a number of columns. */
export function padTo(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? text + spaces : spaces + text;
}
