import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LogInput } from '../calls/read-log-text.ts';
import { IvrError } from '../source/ivr-error.ts';
import { findFiles } from './find-files.ts';

export interface FindLogsOptions {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told the bytes read so far, and how many there are where all logs are files. */
  readonly onProgress?: ((done: number, total: number | undefined) => void) | undefined;
}

const looksLikeLog = (name: string): boolean =>
  /\.(?:parquet|(?:csv|tsv|jsonl|ndjson|log|cdr\.xml|cdr\.json)(?:\.gz|\.zst)?)$/i.test(name);

/** The size of a file; nothing for what can be read only once, as a named pipe or a shell's `<(…)`. */
async function sizeOf(file: string): Promise<number | undefined> {
  const found = await stat(file);
  return found.isFile() ? found.size : undefined;
}

/**
 * The logs that some paths stand for: files, folders, `-` for standard input. None is opened before it
 * is read. Throws an IvrError when there is none.
 */
export async function findLogs(
  paths: readonly string[],
  { cwd, stdin, onProgress }: FindLogsOptions,
): Promise<readonly LogInput[]> {
  // The readers are loaded here, so that commands without a log start without them.
  const { counted, readLogFile } = await import('../calls/read-log-file.ts');
  const files = await findFiles(paths, cwd, looksLikeLog);
  if (files.length === 0) {
    const help =
      'Name a log, or a folder that holds files ending in .csv, .jsonl, .log, .cdr.xml, .cdr.json or .parquet, packed or not.';
    throw new IvrError('file-not-found', `There is no log in ${paths.join(', ')}.`, { help });
  }
  const read = new Map<string, number>();
  const sizes = await Promise.all(
    files.map(async ({ path }) => (path === '-' ? undefined : sizeOf(resolve(cwd, path)))),
  );
  const isFiles = sizes.every((size) => size !== undefined);
  const total = isFiles ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
  return files.map(({ path }, index): LogInput => {
    const tell = (done: number): void => {
      read.set(path, done);
      onProgress?.(
        [...read.values()].reduce((sum, one) => sum + one, 0),
        total,
      );
    };
    if (path === '-') return { path: 'standard input', bytes: counted(stdin, tell) };
    const size = sizes[index];
    const { file, ...log } = readLogFile(path, resolve(cwd, path), size, tell);
    return size === undefined || file === undefined ? log : { ...log, file };
  });
}
