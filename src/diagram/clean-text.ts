import { isPlain } from './is-plain.ts';

/** Controls, and signs that turn the direction of everything after them. */
const unwanted = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufeff]/gu;

/** Longer than any label that is drawn, and short enough to stay cheap when someone pastes a book. */
const longest = 400;

/**
 * A text from a menu file, fit to be drawn: one line, only characters that XML 1.0 allows, no
 * direction overrides, no lone halves of surrogate pairs, no towers of combining marks, and at most
 * 400 UTF-16 units of it.
 */
export function cleanText(text: string): string {
  const head = text.slice(0, longest);
  if (isPlain(head) && !head.includes('  ')) return head.trim();
  return head
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/gu, ' ')
    .replace(unwanted, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
}
