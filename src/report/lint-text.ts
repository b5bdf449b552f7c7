import type { LintResult } from '../lint/lint-result.ts';
import { codeFrame, printable } from '../source/code-frame.ts';
import type { Finding, Severity } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { displayWidth } from './display-width.ts';
import { plain, type Paint } from './paint.ts';
import { plural } from './plural.ts';

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

function shade(paint: Paint, severity: Severity): (text: string) => string {
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.blue;
  }
}

function findingText(finding: Finding, source: Source | undefined, paint: Paint): string {
  const { line, column } = finding.at.start;
  const severity = shade(paint, finding.severity)(finding.severity);
  const place = paint.dim(`${line}:${column}`);
  const frame =
    source === undefined ? [] : [paint.dim(indented(codeFrame(source, finding.at, displayWidth)))];
  const related = finding.related.map(({ message, at }) => {
    const file = at.path === finding.at.path ? '' : `${printable(at.path)}:`;
    return paint.dim(`    see ${file}${at.start.line}:${at.start.column}, ${printable(message)}`);
  });
  return [
    `  ${place} ${severity} ${paint.bold(finding.ruleId)}`,
    `    ${printable(finding.message)}`,
    ...frame,
    ...related,
    `    ${paint.cyan('help:')} ${printable(finding.help)}`,
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
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { path } = finding.at;
    const those = byFile.get(path);
    if (those === undefined) byFile.set(path, [finding]);
    else those.push(finding);
  }
  const groups = [...byFile].map(([path, those]) =>
    [
      paint.bold(printable(path)),
      ...those.map((finding) => findingText(finding, sourceOf.get(path), paint)),
    ].join('\n\n'),
  );
  const { files, nodes, errors, warnings, infos } = summary;
  const read = `${plural(files, 'file')}, ${plural(nodes, 'node')}`;
  const counts = [
    ...(errors > 0 ? [paint.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [paint.yellow(plural(warnings, 'warning'))] : []),
    ...(infos > 0 ? [paint.blue(plural(infos, 'info'))] : []),
  ];
  const found = counts.length === 0 ? paint.green('nothing to find fault with') : counts.join(', ');
  return `${[...groups, `${read}: ${found}`].join('\n\n')}\n`;
}
