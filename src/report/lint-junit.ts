import type { LintResult } from '../lint/lint-result.ts';
import { printable } from '../source/code-frame.ts';
import type { Finding } from '../source/finding.ts';
import { reportPath } from './report-path.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#xA;',
};

/** Text for an element or an attribute; what XML 1.0 can't hold (§2.2) is shown as `·`. */
const xml = (text: string): string =>
  printable(text)
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '·')
    .replace(/[&<>"\n]/g, (character) => entities[character] ?? '');

function testCase(finding: Finding, file: string): string {
  const { ruleId, severity, message, help, at } = finding;
  const { line, column } = at.start;
  const place = `${file}:${line}:${column}`;
  const name = `<testcase classname="${xml(file)}" name="${xml(`${ruleId} ${line}:${column}`)}">`;
  const text = xml(`${place}: ${message} ${help}`);
  // Information fails no build, and JUnit knows no severities.
  const outcome =
    severity === 'info'
      ? `<system-out>${text}</system-out>`
      : `<failure type="${severity}" message="${xml(message)}">${text}</failure>`;
  return `    ${name}${outcome}</testcase>\n`;
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  const cases =
    findings.length === 0
      ? `    <testcase classname="${xml(file)}" name="no problems found"/>\n`
      : findings.map((finding) => testCase(finding, file)).join('');
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0"`;
  return `  <testsuite name="${xml(file)}" ${counts}>\n${cases}  </testsuite>\n`;
}

/**
 * The findings as JUnit XML: a suite for each file, a case for each finding; errors and warnings are
 * failures, information is output. A file without findings is one case that passes.
 */
export function lintToJunit(
  { findings, sources, summary }: LintResult,
  { root }: { readonly root?: string | undefined } = {},
): string {
  const byPath = new Map<string, Finding[]>(sources.map(({ path }) => [path, []]));
  for (const finding of findings) {
    const those = byPath.get(finding.at.path);
    if (those === undefined) byPath.set(finding.at.path, [finding]);
    else those.push(finding);
  }
  const suites = [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, those]) => suite(reportPath(path, root), those));
  const tests = [...byPath.values()].reduce((sum, those) => sum + Math.max(1, those.length), 0);
  const counts = `tests="${tests}" failures="${summary.errors + summary.warnings}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="ivr lint" ${counts}>\n`,
    ...suites,
    '</testsuites>\n',
  ].join('');
}
