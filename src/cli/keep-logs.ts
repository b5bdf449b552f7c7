import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Terminal } from './terminal.ts';

/** What tells a file from all others, by whatever name or link it goes; nothing where there is none. */
function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found?.isFile() === true ? `${found.dev}:${found.ino}` : undefined;
}

/** Throws an IvrError `usage` where a command would write over a log that it reads. */
export async function keepLogs(
  { cwd }: Terminal,
  logs: readonly string[],
  outputs: readonly (string | undefined)[],
): Promise<void> {
  const read = new Set(logs.map((log) => identityOf(resolve(cwd, log))));
  for (const output of outputs) {
    const identity = output === undefined ? undefined : identityOf(resolve(cwd, output));
    if (identity === undefined || !read.has(identity)) continue;
    const { IvrError } = await import('../check.ts');
    throw new IvrError(
      'usage',
      `${output} is a log that is read here, and would be written over.`,
      {
        help: 'Name another file to write.',
      },
    );
  }
}
