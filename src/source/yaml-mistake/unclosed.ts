import type { Mistake } from './mistake.ts';
import { restOfLine } from './spot.ts';

const partners: Readonly<Record<string, string>> = { '{': '}', '[': ']', '"': '"', "'": "'" };

/** A quote that is never closed, or only by the quote that opens a later text. */
export function unclosedQuote(text: string, opened: number): Mistake {
  const quote = text[opened] ?? '"';
  const inside =
    quote === '"'
      ? 'Write \\" for a quote inside the text.'
      : "Write '' for an apostrophe inside the text.";
  return {
    at: restOfLine(text, opened),
    message: `This text has no closing ${quote} on its line.`,
    help: `Put ${quote} at its end. ${inside}`,
  };
}

/** A bracket that is never closed, or whose lines stand too far left for its field. */
export function unclosedBracket(text: string, opened: number): Mistake {
  const closing = partners[text[opened] ?? '{'] ?? '}';
  return {
    at: { start: opened, end: opened + 1 },
    message: `This bracket isn't closed where its field ends.`,
    help: `Close it with "${closing}". If it goes on over lines, indent them all deeper than its field, the one with "${closing}" too.`,
  };
}
