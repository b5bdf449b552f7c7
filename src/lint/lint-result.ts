import { compareFindings, type Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';

/** What was looked at, and how much was found. */
export interface LintSummary {
  readonly files: number;
  /** Nodes of all scripts. */
  readonly nodes: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** What linting gave: every finding in the order of its place. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** The texts that were read, for code frames. */
  readonly sources: readonly Source[];
  readonly summary: LintSummary;
}

/** Puts findings in order and counts them. */
export function lintResult(
  findings: readonly Finding[],
  sources: readonly Source[],
  read: { readonly files: number; readonly nodes: number },
): LintResult {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    findings: findings.toSorted(compareFindings),
    sources,
    summary: {
      files: read.files,
      nodes: read.nodes,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
  };
}
