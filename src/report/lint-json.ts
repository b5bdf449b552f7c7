import type { LintResult } from '../lint/lint-result.ts';
import { fingerprintsOf } from '../source/fingerprint.ts';
import type { Place } from '../source/source.ts';
import { jsonText } from './json.ts';

/** The version of the document's shape; it grows when a field changes its meaning or goes. */
const schemaVersion = 1;

const placed = ({ path, start, end }: Place) => ({
  path,
  start: { line: start.line, column: start.column },
  end: { line: end.line, column: end.column },
});

/**
 * The findings as one JSON document: `{schemaVersion, findings[] {ruleId, severity, message, path,
 * start {line, column}, end {line, column}, related[] {message, path, start, end}, help,
 * fingerprint}, summary {files, nodes, errors, warnings, infos, suppressed, baselined, stale}}`.
 * Lines and columns count from 1, columns in UTF-16 units; `end` is just behind the last character.
 */
export function lintToJson({ findings, summary }: LintResult): string {
  const fingerprints = fingerprintsOf(findings);
  const document = {
    schemaVersion,
    findings: findings.map((finding, index) => ({
      ruleId: finding.ruleId,
      severity: finding.severity,
      message: finding.message,
      ...placed(finding.at),
      related: finding.related.map(({ message, at }) => ({ message, ...placed(at) })),
      help: finding.help,
      fingerprint: fingerprints[index],
    })),
    summary,
  };
  return jsonText(document);
}
