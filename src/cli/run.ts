import { CommanderError } from 'commander';
import { exitCode, type ExitCode } from './exit-code.ts';
import { explainError } from './explain-error.ts';
import { namedCommand } from './named-command.ts';
import { buildProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs `ivr` with these arguments and returns how it ended; never exits the process itself. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCode.clean;
  const program = buildProgram({
    terminal,
    leave: (ending) => {
      code = ending;
    },
  });
  try {
    await program.parseAsync(namedCommand(program, args), { from: 'user' });
    return code;
  } catch (error) {
    // Commander has told by itself what was wrong, or printed the help that was asked for.
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
    return explainError(error, terminal);
  }
}
