import type { ErrorCode } from 'yaml';
import type { Mistake } from './mistake.ts';
import { misplacedLine } from './misplaced-line.ts';
import { missingColon } from './missing-colon.ts';
import { lineAt, quoted, restOfLine, type Spot } from './spot.ts';
import { unclosedBracket, unclosedQuote } from './unclosed.ts';
import { commaMissing, unexpected, unexpectedToken } from './unexpected.ts';

type Tell = (spot: Spot) => Mistake;

const needsQuotes: Tell = ({ text, start }) => {
  const at = restOfLine(text, start);
  const words = text.slice(at.start, at.end).replaceAll('"', "'");
  const shown = quoted(words, { start: 0, end: words.length });
  return {
    at,
    message: `A text can't begin with ${text[start] === '"' ? "'\"'" : `"${text[start] ?? ''}"`} unless it is in quotes.`,
    help: `Put quotes around it: "${shown}".`,
  };
};

/** A text with a colon and a blank in it, or a line below a field that has its value already. */
const colonInText: Tell = (spot) => {
  const { text, start } = spot;
  const line = lineAt(text, start);
  const words = restOfLine(text, start);
  const own = text.slice(words.start, words.end);
  if (/^[?]\s/.test(own)) return needsQuotes(spot);
  if (spot.said.includes('sequence')) return misplacedLine(text, start + 1);
  if (/:(?:\s|$)/.test(own)) {
    const shown = own.replaceAll('"', "'");
    return {
      at: words,
      message: 'This text contains a colon with a space after it, so it is read as a field.',
      help: `Put quotes around it: "${quoted(shown, { start: 0, end: shown.length })}".`,
    };
  }
  const below = text.slice(line.end).search(/[^\s]/);
  const next = below < 0 ? words : restOfLine(text, line.end + below);
  return {
    at: next,
    message: 'This line is indented deeper than the one above, which already has its value.',
    help: 'Indent it like the line above. If it goes on with its text, put quotes around the whole text.',
  };
};

const blockInBrackets: Tell = (spot) => {
  const { text, start } = spot;
  const at = restOfLine(text, start);
  const words = text.slice(at.start, at.end);
  if (/^-(?:\s|$)/.test(words))
    return {
      at: { start, end: start + 1 },
      message: "A list with dashes can't be inside brackets.",
      help: 'Write it in brackets, too: [one, another].',
    };
  const name = /(\S+):(?:\s|$)/.exec(words.slice(0, 400))?.[1];
  const field = name === undefined ? 'the next field' : `"${name}"`;
  return {
    at,
    message: 'In these brackets, two colons follow each other without a comma between them.',
    help: `Put a comma before ${field}, or quotes around the text if the colon belongs to it.`,
  };
};

const missing: Tell = (spot) => {
  const { text, start, said, before, bracket } = spot;
  if (said.startsWith('Missing closing') && before !== undefined)
    return unclosedQuote(text, before.start);
  if (said.includes('must end with') && bracket !== undefined)
    return unclosedBracket(text, bracket);
  if (said.includes('Comments must'))
    return {
      at: { start, end: start + 1 },
      message: 'This comment has no space before its "#".',
      help: 'Put a space before it; quotes around all of it if it belongs to the text.',
    };
  if (said.includes('space after :'))
    return {
      at: { start, end: start + 1 },
      message: 'The colon before this has no space after it.',
      help: 'Put a space after the colon.',
    };
  if (said.includes('Missing ,')) return commaMissing(spot);
  if (said.includes('Sequence item')) return misplacedLine(text, start);
  if (said.includes('directives-end'))
    return said.startsWith('Block')
      ? { ...unexpected(spot), help: 'Begin on the line below "---".' }
      : {
          at: restOfLine(text, 0),
          message:
            'A line that begins with "%" is an instruction for YAML, and this one is unknown.',
          help: 'Begin it with "#" if it is a comment, and put quotes around it if it is text.',
        };
  return said.startsWith('Implicit map') ? missingColon(spot) : unexpected(spot);
};

const indented: Tell = (spot) => {
  const { bracket, said, text, start } = spot;
  return said.startsWith('Flow') && bracket !== undefined
    ? unclosedBracket(text, bracket)
    : misplacedLine(text, start);
};

/** Each code of the parser, with how its mistakes are told. */
export const toldByCode = {
  TAB_AS_INDENT: ({ start, end }) => ({
    at: { start, end },
    message: 'This line is indented with a tab, and YAML takes only spaces there.',
    help: 'Put spaces in its place, two for each level.',
  }),
  MULTILINE_IMPLICIT_KEY: missingColon,
  BLOCK_AS_IMPLICIT_KEY: colonInText,
  BAD_INDENT: indented,
  MISSING_CHAR: missing,
  UNEXPECTED_TOKEN: unexpectedToken,
  BLOCK_IN_FLOW: blockInBrackets,
  BAD_SCALAR_START: needsQuotes,
  BAD_ALIAS: needsQuotes,
  ALIAS_PROPS: needsQuotes,
  MULTIPLE_ANCHORS: needsQuotes,
  MULTIPLE_TAGS: needsQuotes,
  BAD_PROP_ORDER: needsQuotes,
  TAG_RESOLVE_FAILED: needsQuotes,
  BAD_DQ_ESCAPE: ({ text, start }) => ({
    at: { start, end: Math.min(start + 2, lineAt(text, start).end) },
    message: `"${text.slice(start, start + 2).trim()}" means nothing in double quotes.`,
    help: 'Write \\\\ for a backslash, or put the text into single quotes.',
  }),
  KEY_OVER_1024_CHARS: ({ text, start }) => ({
    at: restOfLine(text, start),
    message: 'The name of this field is longer than 1,024 characters.',
    help: 'Put quotes around all of it if the colon belongs to a text.',
  }),
  DUPLICATE_KEY: unexpected,
  BAD_DIRECTIVE: unexpected,
  BAD_COLLECTION_TYPE: unexpected,
  NON_STRING_KEY: unexpected,
  RESOURCE_EXHAUSTION: unexpected,
  MULTIPLE_DOCS: unexpected,
  IMPOSSIBLE: unexpected,
} as const satisfies Readonly<Record<ErrorCode, Tell>>;
