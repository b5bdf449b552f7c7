import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LogInput } from '../calls/read-log-text.ts';
import type { CondensedLog } from '../calls/variant.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { IvrError } from '../source/ivr-error.ts';
import { findFiles } from './find-files.ts';

export interface LoadLogOptions {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told the bytes read so far, and how many there are where all logs are files. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

const looksLikeLog = (name: string): boolean => /\.csv(\.gz)?$/i.test(name);

async function bytesOf(files: readonly string[]): Promise<number> {
  const found = await Promise.all(files.map((file) => stat(file)));
  return found.reduce((sum, { size }) => sum + size, 0);
}

/**
 * Reads the logs that some paths stand for (files, folders, `-` for standard input) and condenses
 * them to one, for replay on a flow. Throws an IvrError when a log can't be read at all.
 */
export async function loadLog(
  paths: readonly string[],
  flow: CallFlow,
  { cwd, stdin, onProgress }: LoadLogOptions,
): Promise<CondensedLog> {
  // The readers are loaded here, so that commands without a log start without them.
  const { condenseLogs } = await import('../calls/condense-logs.ts');
  const { knownValuesOf } = await import('../calls/kept-value.ts');
  const { readLogFile } = await import('../calls/read-log-file.ts');
  const files = await findFiles(paths, cwd, looksLikeLog);
  if (files.length === 0) {
    const help = 'Name a log, or a folder that holds files ending in .csv or .csv.gz.';
    throw new IvrError('file-not-found', `There is no log in ${paths.join(', ')}.`, { help });
  }
  const inputs = files.map(({ path }): LogInput =>
    path === '-' ? { path: 'standard input', bytes: stdin } : readLogFile(path, resolve(cwd, path)),
  );
  if (onProgress === undefined) return condenseLogs(inputs, knownValuesOf(flow));

  const isFiles = files.every(({ path }) => path !== '-');
  const total = isFiles ? await bytesOf(files.map(({ path }) => resolve(cwd, path))) : undefined;
  let done = 0;
  async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      done += chunk.length;
      onProgress?.(done, total);
      yield chunk;
    }
  }
  const watched = inputs.map(({ path, bytes }) => ({ path, bytes: counted(bytes) }));
  return condenseLogs(watched, knownValuesOf(flow));
}
