import type { Finding } from '../source/finding.ts';
import type { BaselineDocument } from './parse-baseline.ts';

/** An entry of a baseline whose finding is gone: left there, it would hide the next one like it. */
export function staleFinding({ entries, places }: BaselineDocument, index: number): Finding {
  const { path = '', ruleId = '', fingerprint = '', message = '' } = entries[index] ?? {};
  return {
    ruleId: 'stale-baseline',
    severity: 'error',
    message: `"${ruleId}" doesn't find this in ${path} any more: ${message}`,
    data: { rule: ruleId, file: path, fingerprint },
    subject: '',
    at: places.at(['findings', index]),
    related: [],
    help: 'Remove it with --prune-baseline: it would hide the same mistake when it comes back.',
  };
}
