import type { Mistake } from './mistake.ts';
import { misplacedLine } from './misplaced-line.ts';
import { quoted, restOfLine, type Spot } from './spot.ts';
import { unclosedQuote } from './unclosed.ts';

type Tell = (spot: Spot) => Mistake;

/** What can't be said any better. */
export const unexpected: Tell = ({ text, start }) => {
  const at = restOfLine(text, start);
  return {
    at,
    message: `"${quoted(text, at)}" can't stand here.`,
    help: 'Put quotes around the whole text if it belongs to one, else remove it.',
  };
};

/** In brackets, something follows that a comma should part from what is before. */
export const commaMissing: Tell = ({ start }) => ({
  at: { start, end: start + 1 },
  message: 'A comma is missing before this.',
  help: 'Put a comma between the values in the brackets.',
});

/** More follows where a value has ended. */
const afterValue: Tell = (spot) => {
  const { text, start, before } = spot;
  const first = before === undefined ? '' : text.slice(before.start, before.start + 1);
  if (before !== undefined && (first === '"' || first === "'")) {
    if (/[\r\n]/.test(text.slice(before.start, before.end)))
      return unclosedQuote(text, before.start);
    return {
      at: { start: before.end - 1, end: before.end },
      message: `The text ends at this ${first}, and more follows.`,
      help:
        first === '"'
          ? 'Write \\" for a quote inside a text, and put the last quote at its end.'
          : "Write '' for an apostrophe inside a text in single quotes, or put it into double quotes.",
    };
  }
  if (first === '}' || first === ']') {
    const at = restOfLine(text, start);
    return {
      at,
      message: `"${quoted(text, at)}" follows a closing bracket.`,
      help: 'Remove it. A text that begins with a bracket needs quotes around all of it.',
    };
  }
  return misplacedLine(text, start);
};

/** Something stands where nothing like it can. */
export const unexpectedToken: Tell = (spot) => {
  const { text, start, said, bracket } = spot;
  const sign = text[start] ?? '';
  if (/^(?:Block scalar header|Not a YAML token)/.test(said))
    return {
      at: restOfLine(text, start),
      message: 'After "|" and ">" the text begins on the next line.',
      help: 'Put the text below, indented deeper, or write it here in quotes without the sign.',
    };
  if (said.includes('at node end')) return afterValue(spot);
  if (bracket === undefined && (sign === '}' || sign === ']'))
    return {
      at: { start, end: start + 1 },
      message: 'This bracket closes nothing.',
      help: 'Remove it, or open one where it belongs. A text that begins with it needs quotes.',
    };
  if (sign === '-' && said.includes('same line'))
    return {
      at: restOfLine(text, start),
      message: "A list can't begin on the line of its field.",
      help: 'Begin it on the next line; a text that begins with "- " needs quotes.',
    };
  if (bracket !== undefined && (sign === ',' || said.includes('empty item')))
    return {
      at: { start, end: start + 1 },
      message: 'A value is missing before this comma.',
      help: 'Remove the comma.',
    };
  return bracket === undefined ? unexpected(spot) : commaMissing(spot);
};
