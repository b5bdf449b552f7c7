import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import type { CommandContext, RegisterCommand } from './command.ts';
import { registerAnalyze } from './commands/analyze.ts';
import { registerDraw } from './commands/draw.ts';
import { registerImport } from './commands/import.ts';
import { registerLint } from './commands/lint.ts';
import { registerReplay } from './commands/replay.ts';
import { registerSimulate } from './commands/simulate.ts';
import { registerSuggest } from './commands/suggest.ts';

const commands: readonly RegisterCommand[] = [
  registerLint,
  registerDraw,
  registerReplay,
  registerSuggest,
  registerAnalyze,
  registerImport,
  registerSimulate,
];

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** Declares `ivr` and all its commands; what they do is loaded when they run. */
export function buildProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.terminal;
  const program = new Command('ivr')
    .description('Designs, checks, replays and shortens phone menus.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('Try --help for what there is.')
    .addHelpText('after', '\nExample:\n  $ ivr lint menus/\n')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    });
  for (const register of commands) register(program, context);
  return program;
}
