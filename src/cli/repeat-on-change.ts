import { explainError } from './explain-error.ts';
import type { Terminal } from './terminal.ts';

/** Clears a terminal and what can be scrolled back to. */
const cleared = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Does some work, and again whenever one of the files changes, until the user interrupts it. The
 * work gives the files that it has read, which are followed too. What is wrong with a file is told
 * and doesn't end the watch.
 */
export async function repeatOnChange(
  terminal: Terminal,
  files: readonly string[],
  written: readonly string[],
  work: () => Promise<readonly string[]>,
): Promise<void> {
  const { IvrError, printable } = await import('../check.ts');
  const { watchFiles } = await import('../node.ts');
  const { cwd, stdout, stderr, interrupted } = terminal;
  if (files.includes('-')) {
    throw new IvrError('usage', "Standard input can't be watched.", {
      help: 'Name files or folders, or leave --watch out.',
    });
  }
  const signal = interrupted?.() ?? new AbortController().signal;
  const watch = watchFiles({ cwd, signal, ignored: written });
  let read: readonly string[] = [];
  await watch.follow(files);
  const name = printable(files.join(', '));
  for (;;) {
    try {
      read = await work();
    } catch (error) {
      if (!(error instanceof IvrError)) throw error;
      await explainError(error, terminal);
    }
    await watch.follow([...files, ...read]);
    stderr.write(`\nWatching ${name}. Ctrl-C ends it.\n`);
    const changed = await watch.nextChange();
    if (changed === undefined) return;
    if (stdout.isTTY === true) stdout.write(cleared);
    stderr.write(`Changed: ${printable(changed.join(', '))}\n\n`);
  }
}
