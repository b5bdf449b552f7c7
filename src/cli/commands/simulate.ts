import type { RegisterCommand } from '../command.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { noting } from '../noting.ts';
import { deliver } from '../output.ts';
import { wholeNumber } from '../whole-number.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface SimulateFlags extends MenuFlags {
  readonly calls: number;
  readonly seed: number;
  readonly from?: string;
  readonly to?: string;
  readonly callers?: true;
  readonly output?: string;
}

/** `ivr simulate`: writes a log of callers who walk a script. */
export const registerSimulate: RegisterCommand = (program, { terminal }) => {
  program
    .command('simulate')
    .description('write a log of simulated callers; the same seed gives the same log everywhere')
    .argument('<script>', 'a menu file; - reads standard input')
    .option('-n, --calls <number>', 'how many calls', wholeNumber, 1000)
    .option('-s, --seed <number>', 'a different seed gives different callers', wholeNumber, 1)
    .option('--from <date>', 'the first day, or an ISO 8601 time')
    .option('--to <date>', 'the day or time before which all calls begin')
    .option('--callers', 'add a pseudonym of the caller to each row')
    .hook('preAction', formatByEnding())
    .option('-o, --output <file>', 'the CSV file to write (default: standard output)')
    .addOption(directoryOption())
    .addOption(idOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr simulate menus/northwind-bank.ivr.yaml --calls 2000 --seed 7 -o bank.csv\n',
    )
    .action(
      async (
        file: string,
        { calls, seed, from, to, callers, output, directory, id }: SimulateFlags,
      ) => {
        const { buildCallFlow, simulateLog } = await import('../../index.ts');
        const { loadOneScript } = await import('../../node.ts');
        const loaded = await loadOneScript(file, { ...noting(terminal), directory, id });
        const flow = buildCallFlow(loaded.document.script);
        const options = { calls, seed, from, to, callers, directory: loaded.directory?.directory };
        await deliver(terminal, output, simulateLog(flow, options));
      },
    );
};
