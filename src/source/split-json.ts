import { createScanner } from 'jsonc-parser';

/** jsonc-parser's token kinds; its own names are a const enum, which separate compilation can't read. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const;

/**
 * The JSON values that stand one behind the other in a text, as some tools write lists. A text with
 * one value, or none, is one part: all of it.
 */
export function splitJson(
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const scanner = createScanner(text, true);
  const parts: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let kind: number = scanner.scan(); kind !== token.end; kind = scanner.scan()) {
    if (depth === 0) start = scanner.getTokenOffset();
    if (kind === token.openBrace || kind === token.openBracket) depth += 1;
    else if (kind === token.closeBrace || kind === token.closeBracket) depth -= 1;
    if (depth <= 0) {
      parts.push({ start, end: scanner.getTokenOffset() + scanner.getTokenLength() });
      depth = 0;
    }
  }
  if (depth > 0) parts.push({ start, end: text.length });
  return parts.length > 1 ? parts : [{ start: 0, end: text.length }];
}
