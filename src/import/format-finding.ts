import type { Finding } from '../source/finding.ts';
import { placeBetween, type Source } from '../source/source.ts';
import type { Extent } from '../source/tree.ts';

/** The file, or this part of it, is no menu that can be read. */
export function unknownFormatFinding(
  source: Source,
  at: Extent,
  found: string,
  help = 'Give a script of ivrkit (it begins with "ivr: 1"), or an export of a system that `ivr import --help` names.',
): Finding {
  return {
    ruleId: 'unknown-format',
    severity: 'error',
    message: `This is not a phone menu that can be read: ${found}.`,
    data: { found },
    subject: '',
    at: placeBetween(source, at.start, at.end),
    related: [],
    help,
  };
}

/** The file is a menu of a kind that is known, but can't be imported. */
export function unsupportedFormatFinding(
  source: Source,
  at: Extent,
  found: string,
  help: string,
): Finding {
  return {
    ruleId: 'unsupported-format',
    severity: 'error',
    message: `${found}, which can't be imported.`,
    data: { found },
    subject: '',
    at: placeBetween(source, at.start, at.end),
    related: [],
    help,
  };
}
