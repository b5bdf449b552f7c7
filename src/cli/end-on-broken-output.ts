import { exitCode, type ExitCode } from './exit-code.ts';

/**
 * Ends the process where what it writes reaches nobody. The reader of a pipe may leave early
 * (`ivr lint | head`): that is no failure. A full disk is one, and never `findings`, as which an
 * uncaught error would count.
 */
export function endOnBrokenOutput({
  stdout,
  stderr,
  exit,
}: Pick<typeof process, 'stdout' | 'stderr'> & {
  readonly exit: (code: ExitCode) => void;
}): void {
  stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') {
      exit(exitCode.clean);
      return;
    }
    stderr.write(
      `error: Standard output can't be written: ${code}.\n  Check that the disk has room.\n`,
    );
    exit(exitCode.failure);
  });
  stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    exit(code === 'EPIPE' ? exitCode.clean : exitCode.failure);
  });
}
