import type { LintResult } from '../lint/lint-result.ts';
import { printable } from '../source/code-frame.ts';
import { severities, type Finding, type Severity } from '../source/finding.ts';
import { reportPath } from './report-path.ts';

const command = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** A command ends with its line: what could end it, or stand for an escape, is escaped. */
const data = (text: string): string =>
  printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function annotation(finding: Finding, root: string | undefined): string {
  const { path, start, end } = finding.at;
  // Columns are only shown for findings within one line.
  const columns = start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : [];
  const properties = [
    ...(path === '-' ? [] : [`file=${property(reportPath(path, root))}`]),
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...columns,
    `title=${property(finding.ruleId)}`,
  ];
  const text = `${finding.message}\n${finding.help}`;
  return `::${command[finding.severity]} ${properties.join(',')}::${data(text)}\n`;
}

/**
 * The findings as workflow commands, which GitHub Actions shows as annotations at the lines. GitHub
 * shows ten of a kind for each step, so errors stand first.
 */
export function lintToGithub(
  { findings }: LintResult,
  { root }: { readonly root?: string | undefined } = {},
): string {
  return severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => annotation(finding, root))
    .join('');
}
