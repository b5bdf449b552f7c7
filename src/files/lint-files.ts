import { checkDirectory } from '../routing/check-directory.ts';
import { lintScript } from '../lint/run-rules.ts';
import { compareFindings, type Finding } from '../source/finding.ts';
import type { Source } from '../source/source.ts';
import { loadMenus, type LoadedFiles, type LoadOptions } from './load-menus.ts';

/** What linting some files gave: every finding in the order of its place, and what was looked at. */
export interface LintRun {
  readonly findings: readonly Finding[];
  /** The texts of the findings, for code frames. */
  readonly sources: readonly Source[];
  /** Menu files and directories that were read. */
  readonly files: number;
  /** Nodes of all scripts. */
  readonly nodes: number;
}

/** Lints what was loaded: every script against its directory, every directory by itself. */
export async function lintLoaded({ menus, directories }: LoadedFiles): Promise<LintRun> {
  const ofMenus = menus.flatMap(({ scripts, findings }) => [
    ...findings,
    ...scripts.flatMap(({ document, directory }) =>
      lintScript(document, { directory: directory?.directory }),
    ),
  ]);
  const ofDirectories = await Promise.all(
    directories.map(async ({ document, findings }) => [
      ...findings,
      ...(document === undefined ? [] : await checkDirectory(document)),
    ]),
  );
  const scripts = menus.flatMap((menu) => menu.scripts);
  return {
    findings: [...ofMenus, ...ofDirectories.flat()].sort(compareFindings),
    sources: [...menus, ...directories].map(({ source }) => source),
    files: menus.length + directories.length,
    nodes: scripts.reduce(
      (sum, { document }) => sum + Object.keys(document.script.nodes).length,
      0,
    ),
  };
}

/**
 * Lints menus and directories from files, folders and standard input. What is wrong in them is a
 * finding; a file that can't be read at all throws an IvrError.
 */
export async function lintFiles(paths: readonly string[], options: LoadOptions): Promise<LintRun> {
  return lintLoaded(await loadMenus(paths, options));
}
