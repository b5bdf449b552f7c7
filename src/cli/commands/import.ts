import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { deliver } from '../output.ts';

interface ImportFlags {
  readonly output?: string;
  readonly format: 'yaml' | 'json';
  readonly id?: string;
}

/** `ivr import`: turns a vendor's export into a native script and tells what became of its blocks. */
export const registerImport: RegisterCommand = (program, { terminal }) => {
  program
    .command('import')
    .description("turn a vendor's export into a native menu")
    .argument('<file>', "a vendor's file, recognised by its content; - reads standard input")
    .option('-o, --output <file>', 'the menu file to write; standard output where it is left out')
    .addOption(
      new Option('-f, --format <format>', 'how to write it')
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .option('--id <script>', 'which script to write, for a file that holds several')
    .addHelpText('after', '\nExample:\n  $ ivr import main-flow.json -o main.ivr.yaml\n')
    .action(async (file: string, { output, format, id }: ImportFlags) => {
      const { importToText, writeNativeScript } = await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const { document, menu } = await loadOneScript(file, { ...terminal, id });
      await deliver(terminal, output, writeNativeScript(document.script, format));
      terminal.stderr.write(importToText(menu.report));
    });
};
