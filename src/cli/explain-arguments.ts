import type { CommanderError } from 'commander';
import { exitCode, type ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** A choice that was refused, in the words of Commander and of our own checks of options. */
const refusedChoice = /argument '(.*)' is invalid\. .*?(?:choices are|Formats:) ([^.]+)\.$/s;

/** ` (Did you mean json?)` on a line of its own, as Commander asks about options and commands. */
async function meantBy(message: string): Promise<string> {
  const [, written, listed] = refusedChoice.exec(message) ?? [];
  if (written === undefined || listed === undefined) return '';
  const { nearestChoice } = await import('../index.ts');
  const meant = nearestChoice(written.split('=', 1)[0] ?? '', listed.split(', '));
  return meant === undefined ? '' : `\n(Did you mean ${meant}?)`;
}

/** Tells on stderr what is wrong with the arguments; the help that was asked for was printed already. */
export async function explainArguments(
  { code, exitCode: ending, message }: CommanderError,
  { stderr }: Terminal,
): Promise<ExitCode> {
  if (ending === 0) return exitCode.clean;
  // A command that holds others was named alone, and has printed them.
  if (code === 'commander.help') return exitCode.usage;
  const { printable } = await import('../index.ts');
  const error = message.startsWith('error: ') ? message : `error: ${message}`;
  const told = `${error}${await meantBy(message)}\nTry --help for what there is.\n`;
  stderr.write(printable(told));
  return exitCode.usage;
}
