import type { Terminal } from './terminal.ts';

/** A terminal that is told on stderr what costs more than the usual, or isn't as it seems. */
export type NotingTerminal = Terminal & { readonly onNote: (note: string) => void };

/** What a library function may note goes to stderr, each note on a line of its own. */
export function noting(terminal: Terminal): NotingTerminal {
  return {
    ...terminal,
    onNote(note) {
      terminal.stderr.write(`note: ${note}\n`);
    },
  };
}
