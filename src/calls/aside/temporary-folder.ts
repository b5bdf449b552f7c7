import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeOnSignal } from '../remove-on-signal.ts';

/** A folder that only this user can read, and that is gone when the work is done. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Makes a folder among those of the system for temporary files; its name begins with `ivrkit-` and `name`. */
export async function makeTemporaryFolder(
  name: string,
  among: string = tmpdir(),
): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(among, `ivrkit-${name}-`));
  const isGone = removeOnSignal(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true });
      isGone();
    },
  };
}
