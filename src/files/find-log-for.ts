import { basename, join, resolve } from 'node:path';
import { stat } from 'node:fs/promises';
import { IvrError } from '../source/ivr-error.ts';
import { fileError } from './read-source.ts';

/** Throws an IvrError where a folder of logs isn't there, or is none: its menus would have no calls. */
export async function checkLogFolder(folder: string, cwd: string): Promise<void> {
  const found = await stat(resolve(cwd, folder)).catch((cause: unknown) => {
    throw fileError(folder, cause);
  });
  if (!found.isDirectory())
    throw new IvrError('usage', `${folder} is no folder of logs.`, {
      help: 'Name the folder with --logs; the log of one menu goes with --log.',
    });
}

/**
 * The log that belongs to a menu by its name: `bank.ivr.yaml` has `bank.csv` or `bank.jsonl`, packed or
 * not, in the folder of logs. Nothing where there is none.
 */
export async function findLogFor(
  menu: string,
  folder: string,
  cwd: string,
): Promise<string | undefined> {
  const name = basename(menu).replace(/(\.ivr)?\.(ya?ml|json|[mc]?ts)$/i, '');
  for (const ending of ['.csv', '.csv.gz', '.jsonl', '.jsonl.gz']) {
    const path = join(folder, `${name}${ending}`);
    const found = await stat(resolve(cwd, path)).catch(() => undefined);
    if (found?.isFile() === true) return path;
  }
  return undefined;
}
