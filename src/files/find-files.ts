import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { IvrError } from '../source/ivr-error.ts';
import { fileError } from './read-source.ts';

/** A file to look at, and whether the user named it or a folder led to it. */
export interface FoundFile {
  readonly path: string;
  readonly named: boolean;
  /** The folder that the user gave; of a file that they named, its own. */
  readonly folder: string;
}

const skippedFolders = new Set(['node_modules', 'dist', 'out', 'coverage']);

/** Folders that hold no menus of the user's: hidden ones, and what tools write. */
export const isSkippedFolder = (name: string): boolean =>
  name.startsWith('.') || skippedFolders.has(name);

async function filesBelow(
  folder: string,
  cwd: string,
  fits: (name: string) => boolean,
  given = folder,
): Promise<readonly FoundFile[]> {
  const entries = await readdir(resolve(cwd, folder), { withFileTypes: true });
  const found: FoundFile[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    // Links are not followed: a folder given stands for what lies in it.
    if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
      found.push(...(await filesBelow(path, cwd, fits, given)));
    } else if (entry.isFile() && fits(entry.name))
      found.push({ path, named: false, folder: given });
  }
  return found;
}

/**
 * The files that paths of files and folders stand for, folders by name, each file once. `fits`
 * chooses among the files of folders; a file that the user names is always taken.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
  fits: (name: string) => boolean,
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  for (const path of paths) {
    const below = await listed(path, cwd, fits);
    for (const file of below) {
      const key = resolve(cwd, file.path);
      if (!found.has(key) || file.named) found.set(key, file);
    }
  }
  return [...found.values()];
}

async function listed(
  path: string,
  cwd: string,
  fits: (name: string) => boolean,
): Promise<readonly FoundFile[]> {
  if (path === '-') return [{ path, named: true, folder: '.' }];
  // It would be taken for the folder that ivr runs in.
  if (path === '')
    throw new IvrError('usage', 'The name of a file is empty.', {
      help: 'Check whether the variable that holds it is set; "." is the folder you are in.',
    });
  try {
    const isFolder = (await stat(resolve(cwd, path))).isDirectory();
    return isFolder
      ? await filesBelow(path, cwd, fits)
      : [{ path, named: true, folder: dirname(path) }];
  } catch (error) {
    throw fileError(path, error);
  }
}
