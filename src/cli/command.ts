import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What a command is run with: the terminal, and where it leaves its exit code. */
export interface CommandContext {
  readonly terminal: Terminal;
  readonly leave: (code: ExitCode) => void;
}

/** Declares one command on the program. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;
