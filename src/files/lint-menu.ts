import type { RuleLevel } from '../lint/config.ts';
import type { HiddenFinding } from '../lint/lint-result.ts';
import { lintScript } from '../lint/run-rules.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { LoadedMenu } from './load-menus.ts';
import type { RuleSelection } from './select-rules.ts';
import { suppressInFile } from './suppress-in-file.ts';

/** What was found in one file. */
export interface LintedFile {
  readonly findings: readonly Finding[];
  readonly hidden: readonly HiddenFinding[];
}

/** Findings with the severities that are configured, without those that are turned off. */
export function atLevels(
  findings: readonly Finding[],
  levelOf: (id: string) => RuleLevel | undefined,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = levelOf(finding.ruleId) ?? finding.severity;
    if (severity === 'off') return [];
    return severity === finding.severity ? [finding] : [{ ...finding, severity }];
  });
}

/** Findings without those that comments in their file suppress, and what is wrong in these comments. */
export async function suppressed(
  source: Source,
  found: readonly Finding[],
  ran: () => ReadonlySet<string>,
  levelOf: (id: string) => RuleLevel | undefined,
): Promise<LintedFile> {
  const result = await suppressInFile(source, found, ran);
  return {
    findings: [...result.findings, ...atLevels(result.problems, levelOf)],
    hidden: result.suppressed.map(({ finding, reason }) => ({ finding, by: 'comment', reason })),
  };
}

/** What was found in a menu file, also by script. */
export interface LintedMenu extends LintedFile {
  /** What the rules found in each script, without what is suppressed. */
  readonly ofScripts: ReadonlyMap<ScriptDocument, readonly Finding[]>;
}

/** Runs the rules over the scripts of a menu file, each against its directory. */
export async function lintMenu(
  { source, scripts, findings }: LoadedMenu,
  selection: RuleSelection,
): Promise<LintedMenu> {
  const rules = selection.settingsFor(source.path);
  const all = scripts.map(
    ({ document, directory }) =>
      [document, lintScript(document, { directory: directory?.directory, rules })] as const,
  );
  const ran = () => new Set(scripts.length === 0 ? [] : rules.map(({ rule }) => rule.id));
  const found = all.flatMap(([, each]) => each);
  const linted = await suppressed(source, found, ran, selection.levelsFor(source.path));
  const kept = new Set(linted.findings);
  const ofScripts = new Map(
    all.map(([document, each]) => [document, each.filter((finding) => kept.has(finding))]),
  );
  return { ...linted, findings: [...findings, ...linted.findings], ofScripts };
}
