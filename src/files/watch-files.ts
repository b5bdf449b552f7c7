import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IvrError } from '../source/ivr-error.ts';
import { isSkippedFolder } from './find-files.ts';

/** Files that are followed, until the signal that ends it. */
export interface FileWatch {
  /** Follows these files and folders from now on, and no others; what isn't there is passed over. */
  follow(paths: readonly string[]): Promise<void>;
  /**
   * Waits until some of them have changed and no more change comes: their paths, as seen from `cwd`,
   * in order. Changes between two calls are kept. Gives nothing when the signal has ended the watch.
   */
  nextChange(): Promise<readonly string[] | undefined>;
}

export interface WatchOptions {
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** Files whose changes don't count: those that are written by whoever watches. */
  readonly ignored?: readonly string[];
  /** Milliseconds without a change after which changes are told; editors write in several steps. */
  readonly quiet?: number;
}

async function foldersOf(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return [dirname(path)];
  const folders = [path];
  // The list grows while it is walked: folders of folders come behind.
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isDirectory() && !isSkippedFolder(entry.name))
        folders.push(join(folder, entry.name));
  }
  return folders;
}

/** Menus, directories, configurations, and folders, which have no ending as a rule. */
const mayMatter = /^[^.][^.]*$|\.(?:ya?ml|json|[cm]?[jt]s)$/i;

/**
 * Watches menus and what they need. Folders are watched and not files, because editors put a new
 * file in an old one's place. Throws an IvrError `file-unreadable` where the system allows no watch.
 */
export function watchFiles({ cwd, signal, ignored = [], quiet = 100 }: WatchOptions): FileWatch {
  const passedOver = new Set(ignored.map((path) => resolve(cwd, path)));
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let followed = new Set<string>();
  let count = 0;
  let wake = (): void => undefined;

  const note = (folder: string, name: string | null): void => {
    const path = name === null ? folder : join(folder, name);
    const counts = followed.has(path) || mayMatter.test(name ?? '') || name === null;
    if (!counts || passedOver.has(path)) return;
    changed.add(path);
    count += 1;
    wake();
  };
  const end = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const begin = (folder: string): void => {
    try {
      const watcher = watch(folder, { persistent: true }, (_, name) => {
        note(folder, name);
      });
      watcher.on('error', () => {
        end(folder);
      });
      watchers.set(folder, watcher);
    } catch (cause) {
      const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
      if (code === 'ENOENT' || code === 'ENOTDIR') return;
      throw new IvrError('file-unreadable', `${folder} can't be watched: ${code}.`, {
        help: 'The system may allow no more watches; name fewer files or folders.',
        cause,
      });
    }
  };
  signal.addEventListener('abort', () => {
    for (const folder of watchers.keys()) end(folder);
    wake();
  });

  return {
    async follow(paths) {
      const absolute = paths.map((path) => resolve(cwd, path));
      const folders = new Set((await Promise.all(absolute.map(foldersOf))).flat());
      if (signal.aborted) return;
      followed = new Set(absolute);
      for (const folder of watchers.keys()) if (!folders.has(folder)) end(folder);
      for (const folder of folders) if (!watchers.has(folder)) begin(folder);
    },
    async nextChange() {
      const isOver = () => signal.aborted;
      while (!isOver()) {
        if (changed.size === 0) {
          await new Promise<void>((resolved) => (wake = resolved));
          continue;
        }
        const before = count;
        await pause(quiet, undefined, { signal }).catch(() => undefined);
        if (count !== before || isOver()) continue;
        const paths = [...changed].map((path) => relative(cwd, path)).sort();
        changed.clear();
        return paths;
      }
      return undefined;
    },
  };
}
