import { Command } from 'commander';
import type { CommandContext, RegisterCommand } from './command.ts';
import { registerAnalyze } from './commands/analyze.ts';
import { registerCalibrate } from './commands/calibrate.ts';
import { registerCall } from './commands/call.ts';
import { registerCalls } from './commands/calls.ts';
import { registerCosts } from './commands/costs.ts';
import { registerDesign } from './commands/design.ts';
import { registerDiff } from './commands/diff.ts';
import { registerDraw } from './commands/draw.ts';
import { registerExplain } from './commands/explain.ts';
import { registerExport } from './commands/export.ts';
import { registerImport } from './commands/import.ts';
import { registerLint } from './commands/lint.ts';
import { registerPrint } from './commands/print.ts';
import { registerProve } from './commands/prove.ts';
import { registerReplay } from './commands/replay.ts';
import { registerReport } from './commands/report.ts';
import { registerRules } from './commands/rules.ts';
import { registerSimulate } from './commands/simulate.ts';
import { registerSuggest } from './commands/suggest.ts';
import { keepInputs } from './keep-inputs.ts';
import { ownVersion } from './own-version.ts';

const commands: readonly RegisterCommand[] = [
  registerLint,
  registerRules,
  registerExplain,
  registerDraw,
  registerDiff,
  registerPrint,
  registerProve,
  registerReplay,
  registerSuggest,
  registerDesign,
  registerCalibrate,
  registerAnalyze,
  registerReport,
  registerCosts,
  registerImport,
  registerExport,
  registerSimulate,
  registerCall,
  registerCalls,
];

/** Declares `ivr` and all its commands; what they do is loaded when they run. */
export function buildProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.terminal;
  const program = new Command('ivr')
    .description('Designs, checks, replays and shortens phone menus.')
    .version(ownVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nExample:\n  $ ivr lint menus/\n')
    .exitOverride()
    .hook('preAction', keepInputs(context.terminal))
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // What is wrong with the arguments is told by `run`, which gets it as an error.
      outputError: () => undefined,
    });
  for (const register of commands) register(program, context);
  return program;
}
