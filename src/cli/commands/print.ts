import type { RegisterCommand } from '../command.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { noting } from '../noting.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { formatOption } from '../format-option.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface PrintFlags extends MenuFlags {
  readonly format: 'text' | 'markdown' | 'html' | 'prompts';
  readonly languages?: readonly string[];
  readonly prompts?: string;
  readonly output?: string;
}

/** `ivr print`: writes a menu as its callers hear it, for paper, and the prompts to record. */
export const registerPrint: RegisterCommand = (program, { terminal }) => {
  program
    .command('print')
    .description('print a menu as its callers hear it, or the prompts to record')
    .argument('<script>', 'a menu file; - reads standard input')
    .addOption(
      formatOption('text, Markdown, HTML for A4 paper, or prompts as CSV', [
        'text',
        'markdown',
        'html',
        'prompts',
      ]).default('text'),
    )
    .option(
      '--languages <tags...>',
      'the languages to print side by side, or all (default: the language of the menu)',
    )
    .option('--prompts <file>', 'also write the prompts to record, as CSV')
    .hook('preAction', formatByEnding({ '.csv': 'prompts' }))
    .addOption(formattedOutputOption())
    .addOption(directoryOption())
    .addOption(idOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr print menus/northwind-bank.ivr.yaml --format html --languages all -o bank.html\n',
    )
    .action(async (file: string, flags: PrintFlags) => {
      const {
        buildCallFlow,
        IvrError,
        printLanguages,
        printScript,
        promptList,
        promptsToCsv,
        ...to
      } = await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const { id, format, output } = flags;
      const { document, directory } = await loadOneScript(file, {
        ...noting(terminal),
        directory: flags.directory,
        id,
      });
      const flow = buildCallFlow(document.script);
      const known = printLanguages(flow);
      const wanted = flags.languages?.includes('all') === true ? known : flags.languages;
      const strange = wanted?.find((tag) => !known.includes(tag));
      if (strange !== undefined)
        throw new IvrError('usage', `"${strange}" is not a language of this menu.`, {
          help: `It has: ${known.join(', ')}.`,
        });
      const printout = () =>
        printScript(flow, { languages: wanted, directory: directory?.directory });
      const prompts = () => promptsToCsv(promptList(flow));
      const written = {
        text: () => to.printToText(printout()),
        markdown: () => to.printToMarkdown(printout()),
        html: () => to.printToHtml(printout()),
        prompts,
      } satisfies Record<PrintFlags['format'], () => string>;
      if (flags.prompts !== undefined) await deliver(terminal, flags.prompts, prompts());
      await deliver(terminal, output, written[format]());
    });
};
