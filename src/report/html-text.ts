import { printable } from '../source/code-frame.ts';

/** Text of a user's file as HTML that shows just that text, also inside an attribute in quotes. */
export function htmlText(text: string): string {
  return printable(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
