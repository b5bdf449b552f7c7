import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { condenseLogs } from '../calls/condense-logs.ts';
import { knownValuesOf } from '../calls/kept-value.ts';
import { readLogFile } from '../calls/read-log-file.ts';
import type { LogInput } from '../calls/read-log-text.ts';
import type { CondensedLog } from '../calls/variant.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { findFiles } from './find-files.ts';

export interface LoadLogOptions {
  readonly cwd: string;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Told the bytes read so far, and how many there are where all logs are files. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

const looksLikeLog = (name: string): boolean => /\.csv(\.gz)?$/i.test(name);

/**
 * Reads the logs that some paths stand for (files, folders, `-` for standard input) and condenses
 * them to one, for replay on a flow. Throws an IvrError when a log can't be read at all.
 */
export async function loadLog(
  paths: readonly string[],
  flow: CallFlow,
  { cwd, stdin, onProgress }: LoadLogOptions,
): Promise<CondensedLog> {
  const files = await findFiles(paths, cwd, looksLikeLog);
  const inputs = files.map(({ path }): LogInput =>
    path === '-' ? { path: 'standard input', bytes: stdin } : readLogFile(path, resolve(cwd, path)),
  );
  if (onProgress === undefined) return condenseLogs(inputs, knownValuesOf(flow));

  const sizes = files.map(({ path }) => (path === '-' ? undefined : stat(resolve(cwd, path))));
  const known = await Promise.all(sizes);
  const total = known.every((file) => file !== undefined)
    ? known.reduce((sum, { size }) => sum + size, 0)
    : undefined;
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
