import { exitCode, type ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Errors that come from how `ivr` was called, not from what it was given to read. */
const usageErrors: ReadonlySet<string> = new Set([
  'usage',
  'file-not-found',
  'outside-folder',
  'config-broken',
]);

/** Tells on stderr what stopped the work and what to do next; anything unforeseen is our bug. */
export async function explainError(error: unknown, { stderr }: Terminal): Promise<ExitCode> {
  const { IvrError, printable } = await import('../index.ts');
  if (error instanceof IvrError) {
    const { place } = error;
    const at =
      place === undefined ? '' : `${place.path}:${place.start.line}:${place.start.column}: `;
    // Files may hold what moves the cursor of a terminal.
    stderr.write(printable(`error: ${at}${error.message}\n  ${error.help}\n`));
    return usageErrors.has(error.code) ? exitCode.usage : exitCode.failure;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(
    `This is a bug in ivrkit, not in your files. Please report it with the lines below.\n${stack}\n`,
  );
  return exitCode.failure;
}
