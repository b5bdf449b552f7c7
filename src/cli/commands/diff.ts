import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { noting } from '../noting.ts';
import { refuseLanguage } from '../refuse-language.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { paintInto } from '../paint.ts';
import { formatOption } from '../format-option.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface DiffFlags extends MenuFlags {
  readonly format: 'text' | 'json' | 'markdown' | 'svg';
  readonly side: 'both' | 'before' | 'after';
  readonly output?: string;
  readonly exitCode?: boolean;
  readonly language?: string;
}

/** Formats whose scripts have no title but the name of their file. */
const fileTitled: ReadonlySet<string> = new Set(['voicexml', 'dialogflow-cx']);

/** `ivr diff`: tells what two versions of a menu do differently for callers. */
export const registerDiff: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('diff')
    .description('show what two versions of a menu do differently, whatever their formats')
    .argument('<old>', 'the menu file as it was; - reads standard input')
    .argument('<new>', 'the menu file as it is now; - reads standard input')
    .addOption(formatOption('how to print', ['text', 'json', 'markdown', 'svg']).default('text'))
    .addOption(
      new Option(
        '--side <side>',
        'what an SVG shows: both menus in one picture, or one of them in the same layout',
      )
        .choices(['both', 'before', 'after'])
        .default('both'),
    )
    .hook('preAction', formatByEnding())
    .hook('preAction', (command) => {
      const { format } = command.opts<DiffFlags>();
      if (format !== 'svg' && command.getOptionValueSource('side') === 'cli')
        command.error('error: --side goes with --format svg, or a file that ends in .svg.');
    })
    .addOption(formattedOutputOption())
    .option('--exit-code', 'exit with 1 if there are differences, as git diff does')
    .addOption(idOption())
    .option('--language <tag>', 'the language in which an SVG quotes prompts')
    .addOption(directoryOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr diff old.ivr.yaml menus/northwind-bank.ivr.yaml\n  $ git show HEAD:menu.ivr.yaml | ivr diff - menu.ivr.yaml\n',
    )
    .action(async (old: string, own: string, flags: DiffFlags) => {
      const {
        buildCallFlow,
        diffScripts,
        IvrError,
        scriptDiffToJson,
        scriptDiffToMarkdown,
        scriptDiffToText,
      } = await import('../../index.ts');
      if (old === '-' && own === '-')
        throw new IvrError('usage', "Both menus can't come from standard input.", {
          help: 'Give one of them as a file.',
        });
      const { loadOneScript } = await import('../../node.ts');
      const { id, format, output, side, language, directory: file } = flags;
      const load = (path: string) =>
        loadOneScript(path, { ...noting(terminal), id, directory: file });
      const { document: before } = await load(old);
      const { document: after, directory } = await load(own);
      const isTitledByFile = [before, after].some(({ format }) => fileTitled.has(format));
      await refuseLanguage(buildCallFlow(after.script), language);
      const diff = diffScripts(before.script, after.script, { isTitledByFile });
      const report = { documents: { before, after }, diff };
      const written = {
        text: () => scriptDiffToText(report, paintInto(output, terminal)),
        json: () => scriptDiffToJson(report),
        markdown: () => scriptDiffToMarkdown(report),
        svg: async () => {
          const { drawChanges } = await import('../../diagram/index.ts');
          return drawChanges(diff, { side, language, directory: directory?.directory });
        },
      } satisfies Record<DiffFlags['format'], () => string | Promise<string>>;
      await deliver(terminal, output, await written[format]());
      const isSame = diff.differences.length === 0;
      leave(flags.exitCode === true && !isSame ? exitCode.findings : exitCode.clean);
    });
};
