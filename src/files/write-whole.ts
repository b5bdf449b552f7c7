import type { Stats } from 'node:fs';
import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { IvrError } from '../source/ivr-error.ts';
import { systemReason } from '../source/system-reason.ts';
import { removeOnSignal } from '../calls/remove-on-signal.ts';

/** Whether an error is one of the file system, such as `EACCES`. */
function isOfSystem(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code !== undefined && /^E[A-Z]+$/.test(code);
}

/** Where a file is written before it takes its place. */
export function neighbourOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.part`);
}

/** Whether what is there takes what is written and keeps nothing: /dev/null, a terminal, a pipe. */
export function isDevice(found: Stats | undefined): boolean {
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** What a failure to write means to the user; what isn't the file system's doing stays as it is. */
export function unwritable(name: string, cause: unknown): unknown {
  if (!isOfSystem(cause)) return cause;
  return new IvrError('file-unwritable', `${name} can't be written: ${systemReason(cause)}.`, {
    help: 'Check that the folder exists, that you may write there, and that the disk has room.',
    cause,
  });
}

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes the file's place, with
 * the permissions that the file had. Folders on the way are made. A device is written to and stays in
 * its place. `name` is what the file is called in errors. Throws an IvrError `file-unwritable`.
 */
export async function writeWhole(
  path: string,
  content: string | AsyncIterable<string | Uint8Array>,
  name: string = path,
): Promise<void> {
  const neighbour = neighbourOf(path);
  const done = removeOnSignal(neighbour);
  try {
    const toDevice = isDevice(await stat(path).catch(() => undefined));
    if (!toDevice) await mkdir(dirname(path), { recursive: true });
    const file = await open(toDevice ? path : neighbour, 'w');
    try {
      for await (const chunk of typeof content === 'string' ? [content] : content) {
        await file.writeFile(chunk);
      }
      if (!toDevice) await file.sync();
    } finally {
      await file.close();
    }
    if (toDevice) return;
    const before = await stat(path).catch(() => undefined);
    if (before?.isFile() === true) await chmod(neighbour, before.mode);
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw unwritable(name, cause);
  } finally {
    done();
  }
}
