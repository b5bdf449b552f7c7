import type { Finding } from './finding.ts';
import { placeBetween, type Source } from './source.ts';

/** The text can't be read as the format it is in. */
export function syntaxFinding(
  source: Source,
  extent: { readonly start: number; readonly end: number },
  message: string,
  help: string,
): Finding {
  return {
    ruleId: 'syntax',
    severity: 'error',
    message,
    data: {},
    subject: '',
    at: placeBetween(source, extent.start, Math.max(extent.end, extent.start)),
    related: [],
    help,
  };
}

/** Two fields of one name in one map: a reader that keeps the last would lose the first unheard. */
export function duplicateFieldFinding(
  source: Source,
  name: string,
  second: { readonly start: number; readonly end: number },
  first: { readonly start: number; readonly end: number },
): Finding {
  return {
    ruleId: 'duplicate-field',
    severity: 'error',
    message: `The field "${name}" is written twice here; only one of the two can count.`,
    data: { field: name },
    subject: name,
    at: placeBetween(source, second.start, second.end),
    related: [{ message: 'first written here', at: placeBetween(source, first.start, first.end) }],
    help: 'Remove one of the two, or give it another name.',
  };
}

/** A field that would reach into JavaScript's own objects: refused, never read. */
export function forbiddenFieldFinding(
  source: Source,
  name: string,
  at: { readonly start: number; readonly end: number },
): Finding {
  return {
    ruleId: 'invalid-name',
    severity: 'error',
    message: `"${name}" can't be a name here.`,
    data: { name },
    subject: name,
    at: placeBetween(source, at.start, at.end),
    related: [],
    help: 'Give it another name.',
  };
}
