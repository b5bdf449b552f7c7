import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileKinds } from '../import/file-kinds.ts';
import { IvrError } from '../source/ivr-error.ts';
import { otherKind } from './other-kind.ts';
import { readSource } from './read-source.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* [];
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What is wrong with a file that was read as a log, where it is of another kind that is known. */
async function noLog(path: string | undefined, cwd: string): Promise<IvrError | undefined> {
  if (path === undefined || path === '-') return undefined;
  try {
    // A pipe can be read only once, and who opens one again may wait for ever.
    if (!isFile(resolve(cwd, path))) return undefined;
    return await otherKind(await readSource(path, cwd, nothing()), fileKinds.log, 'log-layout');
  } catch (error) {
    // What is no text, or too large, was told as a log already.
    if (error instanceof IvrError) return undefined;
    throw error;
  }
}

/**
 * Work on the logs that these paths stand for. Throws an IvrError `log-layout` for a file that is no log but
 * of another kind that is known, instead of what it lacks as a log; `isNothing` tells a result in
 * which no row could be used, as of JSON that is no log.
 */
export async function asLogs<Result>(
  paths: readonly string[],
  cwd: string,
  work: () => Promise<Result>,
  isNothing: (result: Result) => boolean = () => false,
): Promise<Result> {
  const [first, second] = paths;
  const only = second === undefined ? first : undefined;
  try {
    const result = await work();
    const other = isNothing(result) ? await noLog(only, cwd) : undefined;
    if (other !== undefined) throw other;
    return result;
  } catch (error) {
    if (!(error instanceof IvrError) || error.code !== 'log-layout') throw error;
    throw (await noLog(error.place?.path ?? only, cwd)) ?? error;
  }
}
