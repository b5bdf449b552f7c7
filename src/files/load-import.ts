import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ImportedDirectory } from '../import/directory/import-directory.ts';
import { fileTitle } from '../import/file-title.ts';
import { readMenuFile } from '../import/read-menu-file.ts';
import type { DirectoryDocument } from '../routing/directory.ts';
import { readDirectory } from '../routing/read-directory.ts';
import { IvrError } from '../source/ivr-error.ts';
import type { Source } from '../source/source.ts';
import { findFiles } from './find-files.ts';
import { brokenFile } from './load-config.ts';
import type { LoadedMenu, LoadedScript, LoadOptions } from './load-menus.ts';
import { loadOneScript } from './load-one-script.ts';
import { readSource } from './read-source.ts';

/** What a vendor's file or folder is: a directory of queues, or a menu; or a directory of ours already. */
export type LoadedImport =
  | { readonly kind: 'directory'; readonly imported: ImportedDirectory }
  | { readonly kind: 'native-directory'; readonly document: DirectoryDocument }
  | { readonly kind: 'script'; readonly loaded: LoadedScript & { readonly menu: LoadedMenu } };

/** Large flows are read once: only what says so itself is looked at as a directory. */
const saysDirectory = /^[ \t{]*["']?directory["']?[ \t]*:[ \t]*\d/m;

const mayTellOfQueues = (name: string): boolean => /\.(json|conf|csv|tsv|txt)$/i.test(name);

async function isFolder(path: string, cwd: string): Promise<boolean> {
  if (path === '-') return false;
  return stat(resolve(cwd, path)).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/**
 * Reads what `ivr import` is given: one file, recognised by its content, or a folder whose files
 * together make one directory. Throws an IvrError where it is neither.
 */
export async function loadImport(
  path: string,
  options: LoadOptions & { readonly id?: string | undefined },
): Promise<LoadedImport> {
  const { importDirectory } = await import('../import/directory/import-directory.ts');
  if (await isFolder(path, options.cwd)) {
    const files = await findFiles([path], options.cwd, mayTellOfQueues);
    const sources: Source[] = [];
    for (const file of files) sources.push(await readSource(file.path, options.cwd, options.stdin));
    const imported = importDirectory(sources, basename(resolve(options.cwd, path)));
    if (imported !== undefined) return { kind: 'directory', imported };
    throw new IvrError('usage', `No file in ${path} describes queues or their hours.`, {
      help: 'Give a folder with queues and hours of Amazon Connect, queues.conf of Asterisk, or a table of queues; or one menu file.',
    });
  }
  const source = await readSource(path, options.cwd, options.stdin);
  const imported = importDirectory([source], path === '-' ? 'directory' : fileTitle(path));
  if (imported !== undefined) return { kind: 'directory', imported };
  const directory = saysDirectory.test(source.text)
    ? (await readMenuFile(source)).directory
    : undefined;
  if (directory !== undefined) {
    const { document, findings } = await readDirectory(source, directory);
    if (document === undefined) throw brokenFile(findings, path);
    return { kind: 'native-directory', document };
  }
  const loaded = await loadOneScript(path, { ...options, already: source });
  return { kind: 'script', loaded };
}
