import type { ConfText } from '../../source/conf-file.ts';
import type { Extent } from '../../source/tree.ts';
import { partOf } from './conf-part.ts';

/** A priority as it is written, with the number that it comes to. */
export interface WrittenStep {
  readonly priority: number;
  readonly label: string | undefined;
  readonly application: string;
  readonly arguments: ConfText;
  readonly at: Extent;
}

/** `n`, `s`, a number or a label, `+` more, and a label of its own in brackets. */
const written = /^([A-Za-z0-9_.-]+?)(?:([+-])(\d{1,6}))?[ \t]*(?:\(([^()]*)\))?$/;

function numberOf(
  text: string,
  last: number,
  labels: ReadonlyMap<string, number> | undefined,
): { readonly priority: number; readonly label: string | undefined } | string {
  const [, base = '', sign, more, label] = written.exec(text) ?? [];
  const word = base.toLowerCase();
  const from =
    word === 'n' || word === 'next'
      ? last + 1
      : word === 's' || word === 'same'
        ? last
        : /^\d{1,9}$/.test(base)
          ? Number(base)
          : labels?.get(base);
  if (from === undefined) return `Asterisk ignores this: "${text}" is not a priority.`;
  if ((word === 'n' || word === 'next') && last === 0) {
    return 'Asterisk ignores this: "n" comes before any other priority.';
  }
  const priority = from + (sign === '-' ? -1 : 1) * Number(more ?? 0);
  if (priority < 1) return `Asterisk ignores this: priorities begin with 1, not ${priority}.`;
  return { priority, label: label === undefined || label.trim() === '' ? undefined : label.trim() };
}

/** The arguments in the brackets behind an application, or behind the first comma, as of old. */
function applicationOf(text: ConfText): { readonly name: string; readonly arguments: ConfText } {
  const open = text.text.indexOf('(');
  const comma = text.text.search(/[,|]/);
  if (open === -1 || (comma !== -1 && comma < open)) {
    if (comma === -1) {
      const end = text.text.length;
      return { name: text.text, arguments: partOf(text, end, end) };
    }
    return {
      name: text.text.slice(0, comma).trim(),
      arguments: partOf(text, comma + 1, text.text.length),
    };
  }
  const close = text.text.lastIndexOf(')');
  return {
    name: text.text.slice(0, open).trim(),
    arguments: partOf(text, open + 1, close > open ? close : text.text.length),
  };
}

/**
 * Reads `priority,application(arguments)`. A text instead says why Asterisk ignores it; an empty
 * one, that it is no step of a call (`hint`).
 */
export function readPriority(
  rest: ConfText,
  last: number,
  labels: ReadonlyMap<string, number> | undefined,
): WrittenStep | string {
  const comma = rest.text.indexOf(',');
  const priorityText = (comma === -1 ? rest.text : rest.text.slice(0, comma)).trim();
  if (priorityText.toLowerCase() === 'hint') return '';
  if (comma === -1) return 'Asterisk ignores this: it has no application.';
  const number = numberOf(priorityText, last, labels);
  if (typeof number === 'string') return number;
  const behind = partOf(rest, comma + 1, rest.text.length);
  const { name, arguments: given } = applicationOf(behind);
  if (name === '') return 'Asterisk ignores this: it has no application.';
  return {
    ...number,
    application: name,
    arguments: given,
    at: { start: behind.start, end: behind.end },
  };
}
