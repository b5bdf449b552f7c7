import type { Mistake } from './mistake.ts';
import { misplacedLine } from './misplaced-line.ts';
import { lineAt, quoted, restOfLine, type Spot } from './spot.ts';
import { unclosedQuote } from './unclosed.ts';

const joined = /^([\w$.-]+):(\S.*)$/s;
const assigned = /^([\w$.-]+) ?= ?(.*)$/s;
const named = /^([a-z$][\w$.-]*)(?: +(.*))?$/s;

/** A block of text begins on the line above, and is not indented. */
const opensBlock = /(?:^|[ \t])[|>][-+0-9]{0,2}[ \t]*$/;

/** A line stands where a field is expected, and has no colon and space behind its name. */
export function missingColon(spot: Spot): Mistake {
  const { text, start } = spot;
  const at = restOfLine(text, start);
  const words = text.slice(at.start, at.end);
  if (/^-(?:\s|$)/.test(words)) return misplacedLine(text, start);
  if (words.startsWith('"') || words.startsWith("'")) return unclosedQuote(text, start);
  const line = lineAt(text, start);
  const above = line.start === 0 ? '' : text.slice(lineAt(text, line.start - 1).start, line.start);
  if (opensBlock.test(above.replace(/[\r\n]+$/, '')))
    return {
      at,
      message: 'The text of the line above begins here, and is not indented.',
      help: 'Indent all its lines deeper than the field above.',
    };
  const [, name, value] = joined.exec(words) ?? [];
  if (name !== undefined && value !== undefined)
    return {
      at: { start, end: start + name.length + 1 },
      message: `The colon after "${name}" has no space after it.`,
      help: `Write "${name}: ${quoted(value, { start: 0, end: value.length })}".`,
    };
  const [, field, rest] = assigned.exec(words) ?? named.exec(words) ?? [];
  const written = field === undefined ? undefined : `${field}: ${rest ?? ''}`.trimEnd();
  const first =
    written === undefined
      ? 'Write it as "name: value"'
      : `Write "${quoted(written, { start: 0, end: written.length })}"`;
  return {
    at,
    message: `A field is expected here, and "${quoted(text, at)}" has no colon.`,
    help: `${first}; a text that goes on from the line above must be indented deeper than its field.`,
  };
}
