import { CommanderError } from 'commander';
import { exitCode, type ExitCode } from './exit-code.ts';
import { explainArguments } from './explain-arguments.ts';
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
    if (error instanceof CommanderError) return explainArguments(error, terminal);
    return explainError(error, terminal);
  }
}
