import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { noting } from '../noting.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface CostsFlags extends MenuFlags {
  readonly format: 'text' | 'json' | 'csv';
  readonly output?: string;
}

/** `ivr costs`: what a minute costs at every place that callers can come to. */
export const registerCosts: RegisterCommand = (program, { terminal }) => {
  program
    .command('costs')
    .description("show what a minute costs at every queue and number, by the vendors' terms")
    .argument('<script>', 'a menu file; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(['text', 'json', 'csv'])
        .default('text'),
    )
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(directoryOption())
    .addOption(idOption())
    .addHelpText('after', '\nExample:\n  $ ivr costs menus/northwind-bank.ivr.yaml\n')
    .action(async (file: string, { format, output, directory, id }: CostsFlags) => {
      const { buildCallFlow, costsToCsv, costsToJson, costsToText, destinationCosts } =
        await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const loaded = await loadOneScript(file, { ...noting(terminal), directory, id });
      const { script } = loaded.document;
      const costs = destinationCosts(buildCallFlow(script), loaded.directory?.directory);
      const report = { script: { id: script.id, title: script.title }, costs };
      const print = { text: costsToText, json: costsToJson, csv: costsToCsv }[format];
      await deliver(terminal, output, print(report));
    });
};
