import type { Command } from 'commander';

/**
 * Arguments as Commander tells most about them. `help calls map` becomes `calls map --help`. Behind a
 * command that there isn't nothing follows, since a `--help` there would be answered with the help of
 * all commands, as if nothing were wrong.
 */
export function namedCommand(program: Command, args: readonly string[]): readonly string[] {
  const path: string[] = [];
  let here = program;
  let asksHelp = false;
  for (const word of args) {
    if (word.startsWith('-') || here.commands.length === 0) break;
    const named = here.commands.find((command) => command.name() === word);
    if (named === undefined && word !== 'help') return [...path, word];
    if (named === undefined) asksHelp = true;
    else {
      path.push(word);
      here = named;
    }
  }
  return asksHelp ? [...path, '--help'] : args;
}
