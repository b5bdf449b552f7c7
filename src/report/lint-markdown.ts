import type { LintResult } from '../lint/lint-result.ts';
import type { Finding } from '../source/finding.ts';
import { lintSummary } from './lint-summary.ts';
import { markdownText } from './markdown.ts';
import { reportPath } from './report-path.ts';

function row({ severity, ruleId, message, help, at }: Finding, root: string | undefined): string {
  const place = `${reportPath(at.path, root)}:${at.start.line}:${at.start.column}`;
  const cells = [severity, place, ruleId, message, help].map(markdownText);
  return `| ${cells.join(' | ')} |\n`;
}

/** The findings as a table in Markdown, for summaries of builds and comments on changes. */
export function lintToMarkdown(
  { findings, summary }: LintResult,
  { root }: { readonly root?: string | undefined } = {},
): string {
  const head = `## ivr lint\n\n${lintSummary(summary)}\n`;
  if (findings.length === 0) return head;
  const names = '| severity | place | rule | what callers experience | what to do |\n';
  const rows = findings.map((finding) => row(finding, root)).join('');
  return `${head}\n${names}| --- | --- | --- | --- | --- |\n${rows}`;
}
