import type { LintResult } from '../lint/lint-result.ts';
import { printable } from '../source/code-frame.ts';
import type { Severity } from '../source/finding.ts';
import { fingerprintsOf } from '../source/fingerprint.ts';
import { jsonText } from './json.ts';
import { reportPath } from './report-path.ts';

const severity = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/**
 * The findings as a Code Quality report of GitLab: an array of `{description, check_name,
 * fingerprint, severity, location {path, lines {begin, end}}}`. GitLab shows one finding for each
 * fingerprint, so the path is part of it: files of one name in two folders stay two.
 */
export function lintToGitlab(
  { findings }: LintResult,
  { root }: { readonly root?: string | undefined } = {},
): string {
  const fingerprints = fingerprintsOf(findings);
  return jsonText(
    findings.map(({ ruleId, severity: own, message, help, at }, index) => {
      const path = reportPath(at.path, root);
      return {
        description: printable(`${message} ${help}`),
        check_name: ruleId,
        fingerprint: `${fingerprints[index] ?? ''}:${path}`,
        severity: severity[own],
        location: { path, lines: { begin: at.start.line, end: at.end.line } },
      };
    }),
  );
}
