import type { Mistake } from './mistake.ts';
import { lineAt, restOfLine } from './spot.ts';

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
  const line = text.slice(opened, lineAt(text, opened).end);
  const comment = / #/.exec(line);
  // "#" is a key of the phone, and begins a comment here.
  if (comment !== null && !/[}\]]/.test(line.slice(0, comment.index)))
    return {
      at: { start: opened + comment.index + 1, end: opened + comment.index + 2 },
      message: 'From "#" on, the line is a comment, and so its bracket is never closed.',
      help: 'Put quotes around a "#" that is a key, or around a text that holds one.',
    };
  const closing = partners[text[opened] ?? '{'] ?? '}';
  return {
    at: { start: opened, end: opened + 1 },
    message: `This bracket isn't closed where its field ends.`,
    help: `Close it with "${closing}". If it goes on over lines, indent them all deeper than its field, the one with "${closing}" too.`,
  };
}
