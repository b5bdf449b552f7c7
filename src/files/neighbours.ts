import { readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { noNeighbours, type Neighbours } from '../import/importer.ts';
import type { DirectoryDocument } from '../routing/directory.ts';
import type { Source } from '../source/source.ts';
import { isSkippedFolder, type FoundFile } from './find-files.ts';
import { decodeFile } from './read-source.ts';

/** An export has hundreds of files at the most; a folder with more is somebody's disk. */
const mostPaths = 5_000;

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === file;
}

function pathsBelow(folder: string): readonly string[] {
  const found: string[] = [];
  const open = [folder];
  for (let here = open.pop(); here !== undefined && found.length < mostPaths; here = open.pop()) {
    for (const entry of readdirSync(here, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(here, entry.name);
      if (entry.isDirectory() && !isSkippedFolder(entry.name)) open.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** Files that were looked at as neighbours, so that a folder of flows is read once for all of them. */
export interface NeighbourCache {
  readonly paths: Map<string, readonly string[]>;
  readonly sources: Map<string, Source | undefined>;
  /** Queues and hours that lie in a folder, by the folder. */
  readonly directories: Map<string, Promise<DirectoryDocument | undefined>>;
}

export const createNeighbourCache = (): NeighbourCache => ({
  paths: new Map(),
  sources: new Map(),
  directories: new Map(),
});

/**
 * The files that a vendor's file may refer to: those below the folder that the user gave, or below
 * its own where it was named. Links that lead out of there are no neighbours. They are looked for
 * when an importer asks, not before.
 */
export function neighboursOf(
  { path, folder }: FoundFile,
  cwd: string,
  cache: NeighbourCache = createNeighbourCache(),
): Neighbours {
  if (path === '-') return noNeighbours;
  const own = dirname(resolve(cwd, path));
  let given: string | undefined;
  const root = (): string => (given ??= realpathSync(resolve(cwd, folder)));
  let paths: readonly string[] | undefined;
  return {
    get paths() {
      const all = cache.paths.get(root()) ?? pathsBelow(root());
      cache.paths.set(root(), all);
      paths ??= all.map((file) => relative(own, file).replaceAll(sep, '/'));
      return paths;
    },
    read(wanted) {
      const shown = join(dirname(path), wanted);
      const key = `${folder}\n${shown}`;
      if (cache.sources.has(key)) return cache.sources.get(key);
      const source = readInside(wanted, shown);
      cache.sources.set(key, source);
      return source;
    },
  };

  function readInside(wanted: string, shown: string): Source | undefined {
    try {
      const file = realpathSync(resolve(own, wanted));
      if (!isInside(root(), file) || !statSync(file).isFile()) return undefined;
      return decodeFile(shown, file);
    } catch {
      return undefined;
    }
  }
}
