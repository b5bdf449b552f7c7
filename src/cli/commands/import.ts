import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { idOption } from '../menu-options.ts';

interface ImportFlags {
  readonly output?: string;
  readonly format: 'yaml' | 'json';
  readonly id?: string;
}

/** `ivr import`: turns a vendor's export into native form and tells what became of everything. */
export const registerImport: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('import')
    .description("turn a vendor's export into a native menu or directory")
    .argument(
      '<file>',
      "a vendor's file, recognised by its content, or a folder that makes one directory; - reads standard input",
    )
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(
      new Option('-f, --format <format>', 'how to write it')
        .choices(['yaml', 'json'])
        .default('yaml'),
    )
    .addOption(idOption())
    .addHelpText(
      'after',
      '\nMenus can be exports of Amazon Connect, Asterisk dialplan, Dialogflow CX, FreePBX, FreeSWITCH, Genesys Cloud Architect, Twilio Studio, VoiceXML or Webex Contact Center.\n\nExample:\n  $ ivr import main-flow.json -o main.ivr.yaml\n  $ ivr import connect-export/ -o bank.directory.yaml\n',
    )
    .action(async (file: string, { output, format, id }: ImportFlags) => {
      const { directoryImportToText, importToText, writeNativeDirectory, writeNativeScript } =
        await import('../../index.ts');
      const { loadImport } = await import('../../node.ts');
      const read = await loadImport(file, { ...terminal, id });
      if (read.kind === 'native-directory') {
        await deliver(terminal, output, writeNativeDirectory(read.document.directory, format));
        terminal.stderr.write('This is a native directory already; nothing was translated.\n');
        return;
      }
      if (read.kind === 'directory') {
        const { document } = read.imported;
        if (document !== undefined) {
          await deliver(terminal, output, writeNativeDirectory(document.directory, format));
        }
        terminal.stderr.write(directoryImportToText(read.imported));
        if (document === undefined) leave(1);
        return;
      }
      const { document, menu } = read.loaded;
      await deliver(terminal, output, writeNativeScript(document.script, format));
      terminal.stderr.write(importToText(menu.report));
    });
};
