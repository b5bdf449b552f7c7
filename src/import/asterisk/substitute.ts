import { evaluateExpression } from './evaluate-expression.ts';

/** What is known of a variable or a function: its text, or nothing. */
export type LookUp = (name: string) => string | undefined;

/** Stands for something that is none of the values it is compared with. */
export const somethingElse = '\u0000';

/** Names within names deeper than this are not read. */
const deepest = 10;

/** Where the bracket ends that opens before `from`; nothing where it never does. */
function endOf(text: string, from: number, open: string, close: string): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === open) depth += 1;
    else if (sign === close && (depth -= 1) === 0) return at;
  }
  return undefined;
}

/** `NAME:offset:length`: a part of the text, as Asterisk counts it. */
function cut(text: string, offset: string | undefined, length: string | undefined): string {
  const from = Number.parseInt(offset ?? '0', 10) || 0;
  const size = length === undefined ? undefined : Number.parseInt(length, 10) || 0;
  const start = from < 0 ? Math.max(0, text.length + from) : from;
  if (size === undefined) return text.slice(start);
  return size < 0 ? text.slice(start, text.length + size) : text.slice(start, start + size);
}

function variable(inner: string, lookUp: LookUp): string | undefined {
  const [, name = inner, offset, length] =
    /^([^():]+):(-?\d{1,4})(?::(-?\d{1,4}))?$/.exec(inner) ?? [];
  const global = /^GLOBAL\(([^()]*)\)$/i.exec(name)?.[1];
  const value = lookUp(global ?? name);
  if (value === undefined || offset === undefined) return value;
  return value.includes(somethingElse) ? undefined : cut(value, offset, length);
}

/**
 * A text with its `${variables}` and `$[expressions]` filled in, where all of them are known; else
 * nothing. Brackets that never end are text like any other.
 */
export function substitute(text: string, lookUp: LookUp, depth = 0): string | undefined {
  if (!text.includes('$')) return text;
  if (depth > deepest) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (let sign = text.indexOf('$'); sign !== -1; sign = text.indexOf('$', sign)) {
    const bracket = text[sign + 1];
    if (bracket !== '{' && bracket !== '[') {
      sign += 1;
      continue;
    }
    const end = endOf(text, sign + 2, bracket, bracket === '{' ? '}' : ']');
    if (end === undefined) break;
    parts.push(text.slice(at, sign));
    const inner = substitute(text.slice(sign + 2, end), lookUp, depth + 1);
    if (inner === undefined) return undefined;
    const value = bracket === '{' ? variable(inner, lookUp) : evaluateExpression(inner);
    if (value === undefined) return undefined;
    parts.push(value);
    at = end + 1;
    sign = at;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The names of all variables that a text mentions; `NAME_*` for those that another one completes. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)(\$\{)?/g)].map(([, name = '', more]) =>
    more === undefined ? name : `${name}*`,
  );
}
