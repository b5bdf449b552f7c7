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
  /** Findings that comments in the files suppress; not among those above. */
  readonly suppressed: number;
  /** Findings that the baseline knows; not among those above. */
  readonly baselined: number;
  /** Findings that the baseline knows and that are gone; each is an error, unless it was taken out. */
  readonly stale: number;
}

/** A finding that is known and not told, and why. */
export interface HiddenFinding {
  readonly finding: Finding;
  readonly by: 'comment' | 'baseline';
  /** The reason that the comment gives; a baseline gives none. */
  readonly reason: string | undefined;
}

/** What linting gave: every finding in the order of its place. */
export interface LintResult {
  readonly findings: readonly Finding[];
  /** The texts that were read, for code frames. */
  readonly sources: readonly Source[];
  readonly summary: LintSummary;
  /** Findings that are suppressed or in the baseline, in the order of their places. */
  readonly hidden: readonly HiddenFinding[];
}

/** What was read, and what is counted beside the findings. */
export interface LintCounts {
  readonly files: number;
  readonly nodes: number;
  readonly hidden?: readonly HiddenFinding[] | undefined;
  readonly stale?: number | undefined;
}

/** Puts findings in order and counts them. */
export function lintResult(
  findings: readonly Finding[],
  sources: readonly Source[],
  { files, nodes, hidden = [], stale = 0 }: LintCounts,
): LintResult {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const hiddenBy = (by: HiddenFinding['by']) => hidden.filter((one) => one.by === by).length;
  return {
    findings: findings.toSorted(compareFindings),
    sources,
    hidden: hidden.toSorted((a, b) => compareFindings(a.finding, b.finding)),
    summary: {
      files,
      nodes,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      suppressed: hiddenBy('comment'),
      baselined: hiddenBy('baseline'),
      stale,
    },
  };
}
