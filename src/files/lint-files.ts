import { lintResult, type LintResult } from '../lint/lint-result.ts';
import { checkDirectory } from '../routing/check-directory.ts';
import { directoryChecks } from '../routing/directory-checks.ts';
import type { ScriptDocument } from '../script/script-document.ts';
import type { Finding } from '../source/finding.ts';
import { findFiles, type FoundFile } from './find-files.ts';
import { atLevels, lintMenu, suppressed, type LintedFile } from './lint-menu.ts';
import { lintInTurn } from './lint-in-turn.ts';
import { nodesOf, type MenuOutcome } from './lint-outcome.ts';
import type { LoadedDirectory } from './load-directories.ts';
import {
  createFileLoader,
  looksLikeMenu,
  type FileLoader,
  type LoadedFiles,
  type LoadOptions,
} from './load-menus.ts';
import { recommendedSelection, type RuleSelection } from './select-rules.ts';

/** What linting files gave. */
export interface LintedFiles extends LintResult {
  /** The paths of the files that could be read whole, so that the rules have seen all of them. */
  readonly checked: ReadonlySet<string>;
}

/** What linting loaded files gave, also by script. */
export interface LintedScripts extends LintedFiles {
  /** What the rules found in each script, without what is suppressed. */
  readonly ofScript: ReadonlyMap<ScriptDocument, readonly Finding[]>;
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

/** Lints the directories and puts everything together, menus first. */
async function together(
  menus: readonly MenuOutcome[],
  directories: readonly LoadedDirectory[],
  selection: RuleSelection,
  from: number | undefined,
): Promise<LintedFiles> {
  const ofDirectories = await Promise.all(
    directories.map((directory) => lintDirectory(directory, selection, from)),
  );
  const all = [...menus, ...ofDirectories];
  return {
    ...lintResult(
      all.flatMap(({ findings }) => findings),
      [...menus, ...directories].map(({ source }) => source),
      {
        files: all.length,
        nodes: menus.reduce((sum, menu) => sum + menu.nodes, 0),
        hidden: all.flatMap(({ hidden }) => hidden),
      },
    ),
    checked: new Set([
      ...menus.filter(({ checked }) => checked).map(({ source }) => source.path),
      ...directories.filter((one) => one.document !== undefined).map(({ source }) => source.path),
    ]),
  };
}

/**
 * Lints what was loaded: every script against its directory, every directory by itself. `from` is the
 * day from which hours are compared (milliseconds since 1970).
 */
export async function lintLoaded(
  { menus, directories }: LoadedFiles,
  selection: RuleSelection = recommendedSelection,
  from?: number,
): Promise<LintedScripts> {
  const linted = await Promise.all(
    menus.map(async (menu) => ({ menu, ...(await lintMenu(menu, selection)) })),
  );
  const outcomes = linted.map(({ menu, findings, hidden }): MenuOutcome => ({
    source: menu.source,
    findings,
    hidden,
    nodes: nodesOf(menu),
    checked: menu.scripts.length > 0,
  }));
  return {
    ...(await together(outcomes, directories, selection, from)),
    ofScript: new Map(linted.flatMap(({ ofScripts }) => [...ofScripts])),
  };
}

/** What linting needs to know beside the files. */
export interface LintFilesOptions extends LoadOptions {
  readonly selection?: RuleSelection | undefined;
  /** The day from which hours are compared, in milliseconds since 1970; without it a usual year. */
  readonly from?: number | undefined;
  /** How many threads lint; without it as many as pay. With one, nothing is started. */
  readonly threads?: number | undefined;
}

/** Lints several files, in threads where that is quicker. */
async function lintMany(
  files: readonly FoundFile[],
  loader: FileLoader,
  options: LintFilesOptions,
  selection: RuleSelection,
): Promise<readonly MenuOutcome[]> {
  const { lintInThreads, threadsFor } = await import('./lint-in-threads.ts');
  const { threads = threadsFor(files, options, selection) } = options;
  return threads > 1
    ? lintInThreads(files, threads, loader, options, selection)
    : lintInTurn(files, loader, selection);
}

/**
 * Lints menus and directories from files, folders and standard input; many files in several threads,
 * with the same result. What is wrong in them is a finding; a file that can't be read at all throws an
 * IvrError.
 */
export async function lintFiles(
  paths: readonly string[],
  options: LintFilesOptions,
): Promise<LintedFiles> {
  const { selection = recommendedSelection, from, cwd } = options;
  const files = await findFiles(paths, cwd, looksLikeMenu);
  const loader = createFileLoader({ ...options, recordings: true });
  const menus =
    files.length < 2
      ? await lintInTurn(files, loader, selection)
      : await lintMany(files, loader, options, selection);
  return together(menus, loader.directories.loaded(), selection, from);
}
