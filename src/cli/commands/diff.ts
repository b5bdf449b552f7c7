import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';

interface DiffFlags {
  readonly format: 'text' | 'json' | 'markdown';
  readonly output?: string;
  readonly exitCode?: boolean;
  readonly id?: string;
}

/** `ivr diff`: tells what two versions of a menu do differently for callers. */
export const registerDiff: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('diff')
    .description('tell what two versions of a menu do differently, whatever their formats')
    .argument('<old>', 'the menu file as it was; - reads standard input')
    .argument('<new>', 'the menu file as it is now; - reads standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .option('-o, --output <file>', 'the file to write; standard output where it is left out')
    .option('--exit-code', 'end with 1 where there are differences, as git diff does')
    .option('--id <script>', 'which script to compare, in files that hold several')
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr diff old.ivr.yaml menus/northwind-bank.ivr.yaml\n  $ git show HEAD:menu.ivr.yaml | ivr diff - menu.ivr.yaml\n',
    )
    .action(async (old: string, own: string, flags: DiffFlags) => {
      const { diffScripts, IvrError, scriptDiffToJson, scriptDiffToMarkdown, scriptDiffToText } =
        await import('../../index.ts');
      if (old === '-' && own === '-')
        throw new IvrError('usage', 'Both menus can’t come from standard input.', {
          help: 'Give one of them as a file.',
        });
      const { loadOneScript } = await import('../../node.ts');
      const { id, format, output } = flags;
      const before = (await loadOneScript(old, { ...terminal, id })).document;
      const after = (await loadOneScript(own, { ...terminal, id })).document;
      const diff = diffScripts(before.script, after.script);
      const report = { documents: { before, after }, diff };
      const written = {
        text: () => scriptDiffToText(report, paintFor(terminal.stdout, terminal.env)),
        json: () => scriptDiffToJson(report),
        markdown: () => scriptDiffToMarkdown(report),
      } satisfies Record<DiffFlags['format'], () => string>;
      await deliver(terminal, output, written[format]());
      const isSame = diff.differences.length === 0;
      leave(flags.exitCode === true && !isSame ? exitCode.findings : exitCode.clean);
    });
};
