import type { LintResult } from '../lint/lint-result.ts';
import { codeFrame, printable } from '../source/code-frame.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { displayWidth } from './display-width.ts';
import { hiddenLines } from './hidden-lines.ts';
import { lintSummary } from './lint-summary.ts';
import { plain, type Paint } from './paint.ts';
import { severityBrush } from './severity-brush.ts';

/** On one line, so that no text of a user's file begins a line of its own. */
const oneLine = (text: string): string => printable(text).replaceAll('\n', ' ');
const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

function findingText(finding: Finding, source: Source | undefined, paint: Paint): string {
  const { line, column } = finding.at.start;
  const severity = severityBrush(paint, finding.severity)(finding.severity);
  const place = paint.dim(`${line}:${column}`);
  const frame =
    source === undefined ? [] : [paint.dim(indented(codeFrame(source, finding.at, displayWidth)))];
  const related = finding.related.map(({ message, at }) => {
    const file = at.path === finding.at.path ? '' : `${oneLine(at.path)}:`;
    return paint.dim(`    see ${file}${at.start.line}:${at.start.column}, ${oneLine(message)}`);
  });
  return [
    `  ${place} ${severity} ${paint.bold(finding.ruleId)}`,
    `    ${oneLine(finding.message)}`,
    ...frame,
    ...related,
    `    ${paint.cyan('help:')} ${oneLine(finding.help)}`,
  ].join('\n');
}

/**
 * The findings for people: by file, each with its lines and what to do, and a summary in the last
 * line. Text of the user's files is made safe for terminals.
 */
export function lintToText(
  { findings, sources, summary }: LintResult,
  paint: Paint = plain,
): string {
  const sourceOf = new Map(sources.map((source) => [source.path, source]));
  const isHidden = hiddenLines(findings);
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { path } = finding.at;
    const those = byFile.get(path);
    if (those === undefined) byFile.set(path, [finding]);
    else those.push(finding);
  }
  const groups = [...byFile].map(([path, those]) =>
    [
      paint.bold(oneLine(path)),
      ...those.map((finding) =>
        findingText(finding, isHidden(finding.at) ? undefined : sourceOf.get(path), paint),
      ),
    ].join('\n\n'),
  );
  return `${[...groups, lintSummary(summary, paint)].join('\n\n')}\n`;
}
