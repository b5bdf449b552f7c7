import type { RegisterCommand } from '../command.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { noting } from '../noting.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface CalibrateFlags extends LogFlags, MenuFlags {
  readonly log: string[];
  readonly output?: string;
}

/** `ivr calibrate`: what a log tells of how callers listen and press, for `ivr suggest --calibration`. */
export const registerCalibrate: RegisterCommand = (program, { terminal }) => {
  const command = program
    .command('calibrate')
    .description(
      'measure how fast your callers decide and how fast prompts are read, for better advice',
    )
    .argument('<script>', 'a menu file')
    .requiredOption('-l, --log <files...>', 'call logs, or folders of logs; - reads standard input')
    .option('-o, --output <file>', 'where to write the figures, for ivr suggest --calibration')
    .addOption(directoryOption())
    .addOption(idOption());
  addLogOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr calibrate menus/harbour-clinic.ivr.yaml --log sample-logs/harbour-clinic.csv -o calibration.json\n',
    )
    .action(async (file: string, flags: CalibrateFlags) => {
      const { buildCallFlow, calibrate, calibrationToText, IvrError, judgeFit, replayLog } =
        await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const { directory, id, output } = flags;
      const { document } = await loadOneScript(file, {
        ...noting(terminal),
        directory,
        id,
        recordings: true,
      });
      const flow = buildCallFlow(document.script);
      const log = await loadCalls(flags.log, flow, flags, terminal);
      const replay = replayLog(flow, log);
      const fit = judgeFit(replay, log);
      if (!fit.isEnough)
        throw new IvrError(
          'usage',
          'The log does not fit the menu, so it says nothing about its callers.',
          {
            help: fit.check.join(' '),
          },
        );
      const calibration = calibrate({ flow, log, replay });
      const { stdout, env } = terminal;
      if (output !== '-') stdout.write(calibrationToText(calibration, paintFor(stdout, env)));
      if (output !== undefined)
        await deliver(terminal, output, `${JSON.stringify(calibration, null, 2)}\n`);
    });
};
