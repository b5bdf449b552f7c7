import type { RuleLevel } from '../lint/config.ts';
import { lintResult, type HiddenFinding, type LintResult } from '../lint/lint-result.ts';
import { lintScript } from '../lint/run-rules.ts';
import { checkDirectory } from '../routing/check-directory.ts';
import { directoryChecks } from '../routing/directory-checks.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import type { LoadedDirectory } from './load-directories.ts';
import { loadMenus, type LoadedFiles, type LoadedMenu, type LoadOptions } from './load-menus.ts';
import { recommendedSelection, type RuleSelection } from './select-rules.ts';
import { suppressInFile } from './suppress-in-file.ts';

/** What linting files gave, also by script and by file. */
export interface LintedFiles extends LintResult {
  /** What the rules found in each script, without what is suppressed. */
  readonly ofScript: ReadonlyMap<ScriptDocument, readonly Finding[]>;
  /** The paths of the files that could be read whole, so that the rules have seen all of them. */
  readonly checked: ReadonlySet<string>;
}

/** What was found in one file. */
interface LintedFile {
  readonly findings: readonly Finding[];
  readonly hidden: readonly HiddenFinding[];
}

/** Findings with the severities that are configured, without those that are turned off. */
function atLevels(
  findings: readonly Finding[],
  levelOf: (id: string) => RuleLevel | undefined,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = levelOf(finding.ruleId) ?? finding.severity;
    if (severity === 'off') return [];
    return severity === finding.severity ? [finding] : [{ ...finding, severity }];
  });
}

async function suppressed(
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

async function lintMenu(
  { source, scripts, findings }: LoadedMenu,
  selection: RuleSelection,
): Promise<LintedFile & { readonly ofScripts: LintedFiles['ofScript'] }> {
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

async function lintDirectory(
  { source, document, findings }: LoadedDirectory,
  selection: RuleSelection,
  from: number | undefined,
): Promise<LintedFile> {
  if (document === undefined) return { findings, hidden: [] };
  const levelOf = selection.levelsFor(source.path);
  const found = atLevels(await checkDirectory(document, { from }), levelOf);
  const ran = () => new Set<string>(directoryChecks.filter((id) => levelOf(id) !== 'off'));
  const linted = await suppressed(source, found, ran, levelOf);
  return { ...linted, findings: [...findings, ...linted.findings] };
}

/**
 * Lints what was loaded: every script against its directory, every directory by itself. `from` is the
 * day from which hours are compared (milliseconds since 1970).
 */
export async function lintLoaded(
  { menus, directories }: LoadedFiles,
  selection: RuleSelection = recommendedSelection,
  from?: number,
): Promise<LintedFiles> {
  const ofMenus = await Promise.all(menus.map((menu) => lintMenu(menu, selection)));
  const ofDirectories = await Promise.all(
    directories.map((directory) => lintDirectory(directory, selection, from)),
  );
  const all = [...ofMenus, ...ofDirectories];
  const scripts = menus.flatMap((menu) => menu.scripts);
  const nodes = scripts.reduce(
    (sum, { document }) => sum + Object.keys(document.script.nodes).length,
    0,
  );
  const sources = [...menus, ...directories].map(({ source }) => source);
  const files = menus.length + directories.length;
  const hidden = all.flatMap((one) => one.hidden);
  return {
    ...lintResult(
      all.flatMap(({ findings }) => findings),
      sources,
      { files, nodes, hidden },
    ),
    ofScript: new Map(ofMenus.flatMap(({ ofScripts }) => [...ofScripts])),
    checked: new Set([
      ...menus.filter((menu) => menu.scripts.length > 0).map(({ source }) => source.path),
      ...directories.filter((one) => one.document !== undefined).map(({ source }) => source.path),
    ]),
  };
}

/**
 * Lints menus and directories from files, folders and standard input. What is wrong in them is a
 * finding; a file that can't be read at all throws an IvrError.
 */
export async function lintFiles(
  paths: readonly string[],
  options: LoadOptions & {
    readonly selection?: RuleSelection | undefined;
    readonly from?: number | undefined;
  },
): Promise<LintedFiles> {
  return lintLoaded(await loadMenus(paths, options), options.selection, options.from);
}
