import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeOnSignal } from '../calls/remove-on-signal.ts';
import { neighbourOf, unwritable, writeWhole } from './write-whole.ts';

const plainName = /^[a-z0-9][a-z0-9.-]*$/;

/**
 * Writes files into a folder. A folder that isn't there yet comes with all of them or not at all; in one
 * that is, each file takes the place of the one of its name, whole or not at all, and others stay.
 * `name` is what the folder is called in errors. Throws an IvrError `file-unwritable`.
 */
export async function writeFolder(
  path: string,
  files: Readonly<Record<string, string>>,
  name: string = path,
): Promise<void> {
  const all = Object.entries(files);
  for (const [file] of all) {
    if (!plainName.test(file)) throw new RangeError(`${file} is no plain file name`);
  }
  const before = await stat(path).catch(() => undefined);
  if (before !== undefined) {
    for (const [file, content] of all)
      await writeWhole(join(path, file), content, join(name, file));
    return;
  }
  const fresh = neighbourOf(path);
  const done = removeOnSignal(fresh);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    for (const [file, content] of all) await writeFile(join(fresh, file), content);
    await rename(fresh, path);
  } catch (cause) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(name, cause);
  } finally {
    done();
  }
}
