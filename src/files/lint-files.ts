import { checkDirectory } from '../routing/check-directory.ts';
import { lintResult, type LintResult } from '../lint/lint-result.ts';
import { lintScript } from '../lint/run-rules.ts';
import { loadMenus, type LoadedFiles, type LoadOptions } from './load-menus.ts';

/** Lints what was loaded: every script against its directory, every directory by itself. */
export async function lintLoaded({ menus, directories }: LoadedFiles): Promise<LintResult> {
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
  const nodes = scripts.reduce(
    (sum, { document }) => sum + Object.keys(document.script.nodes).length,
    0,
  );
  const sources = [...menus, ...directories].map(({ source }) => source);
  const files = menus.length + directories.length;
  return lintResult([...ofMenus, ...ofDirectories.flat()], sources, { files, nodes });
}

/**
 * Lints menus and directories from files, folders and standard input. What is wrong in them is a
 * finding; a file that can't be read at all throws an IvrError.
 */
export async function lintFiles(
  paths: readonly string[],
  options: LoadOptions,
): Promise<LintResult> {
  return lintLoaded(await loadMenus(paths, options));
}
