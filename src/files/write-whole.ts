import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { IvrError } from '../source/ivr-error.ts';

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes the file's place.
 * Folders on the way are made. Throws an IvrError `file-unwritable`.
 */
export async function writeWhole(
  path: string,
  content: string | AsyncIterable<string>,
): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(neighbour, 'w');
    try {
      for await (const chunk of typeof content === 'string' ? [content] : content) {
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } catch (cause) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    if (cause instanceof IvrError || (cause as NodeJS.ErrnoException).code === undefined)
      throw cause;
    const why = (cause as NodeJS.ErrnoException).code ?? '';
    throw new IvrError('file-unwritable', `${path} can't be written: ${why}.`, {
      help: 'Check that the folder exists, that you may write there, and that the disk has room.',
      cause,
    });
  }
}
