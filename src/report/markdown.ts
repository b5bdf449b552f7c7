import { printable } from '../source/code-frame.ts';

/**
 * Text of a user's file as Markdown (CommonMark with GitHub's tables) that shows just that text on
 * one line: no markup, no HTML, no links, no mentions, no end of a table cell.
 */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_~[\]<>|&#$]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replaceAll('@', '@<!-- -->');
}
