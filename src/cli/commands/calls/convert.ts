import { resolve } from 'node:path';
import type { RegisterCommand } from '../../command.ts';
import { withRejects } from '../../load-calls.ts';
import { addLayoutOptions, type LayoutFlags } from '../../log-options.ts';
import { noting } from '../../noting.ts';
import { withProgress } from '../../progress.ts';

interface ConvertFlags extends LayoutFlags {
  readonly output: string;
  readonly menu?: string[];
  readonly keepValues?: true;
  readonly rejects?: string;
}

/** `ivr calls convert`: writes logs of any layout as one native log. */
export const registerCallsConvert: RegisterCommand = (calls, { terminal }) => {
  const convert = calls
    .command('convert')
    .description('write logs of any layout as one native log: CSV, JSON Lines or Parquet')
    .argument('<logs...>', 'call logs, or folders of logs; - reads standard input')
    .requiredOption(
      '-o, --output <file>',
      'the file to write: .csv, .csv.gz, .jsonl, .jsonl.gz or .parquet',
    )
    .option('--menu <files...>', 'menus whose keys, intents and numbers may be written')
    .option('--keep-values', 'write all values, including digits that callers entered')
    .option('--rejects <file>', 'list the rows that could not be used, in a CSV file');
  addLayoutOptions(convert)
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr calls convert sample-logs/northwind-bank.csv --menu menus/northwind-bank.ivr.yaml -o calls.jsonl.gz\n',
    )
    .action(async (logs: string[], flags: ConvertFlags) => {
      const { output, logFormat, logZone, map: mappings, menu = [], keepValues } = flags;
      const { convertLogs, convertToText } = await import('../../../logs.ts');
      const flowsOf = async () => {
        const { buildCallFlow } = await import('../../../index.ts');
        const { loadMenus } = await import('../../../node.ts');
        const { menus } = await loadMenus(menu, terminal);
        const scripts = menus.flatMap((one) => one.scripts);
        return scripts.map(({ document }) => buildCallFlow(document.script));
      };
      const values = keepValues === true ? 'all' : menu.length === 0 ? [] : await flowsOf();
      const { cwd, stdin } = terminal;
      const { onNote } = noting(terminal);
      const converted = await withRejects(flags.rejects, terminal, (onReject) =>
        withProgress(terminal, 'Converting', (onProgress) =>
          convertLogs(
            logs,
            resolve(cwd, output),
            {
              ...{ cwd, stdin, logFormat, logZone, mappings, values },
              ...{ onReject, onNote, onProgress },
            },
            output,
          ),
        ),
      );
      terminal.stdout.write(convertToText(converted, output));
    });
};
