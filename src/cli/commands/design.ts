import { InvalidArgumentError } from 'commander';
import type { DesignOptions, ReasonPin } from '../../index.ts';
import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { deliver } from '../output.ts';
import { wholeNumber } from '../whole-number.ts';
import { paintFor } from '../paint.ts';

interface DesignFlags {
  readonly width?: number;
  readonly depth?: number;
  readonly pins?: readonly ReasonPin[];
  readonly groups?: NonNullable<DesignOptions['groups']>;
  readonly keepOrder?: boolean;
  readonly share?: number;
  readonly header?: number;
  readonly press?: number;
  readonly entry?: number;
  readonly pause?: number;
  readonly labelSeconds?: number;
  readonly title?: string;
  readonly language?: string;
  readonly id: string;
  readonly seed?: number;
  readonly output?: string;
  readonly format: 'text' | 'json';
}

function seconds(text: string): number {
  if (!/^\d{1,3}(\.\d{1,9})?$/.test(text))
    throw new InvalidArgumentError('It takes seconds, like 1.6.');
  return Number(text);
}

function share(text: string): number {
  const [, number, percent] = /^(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})(%?)$/.exec(text) ?? [];
  const value = Number(number) / (percent === '%' ? 100 : 1);
  if (!(value > 0 && value <= 1))
    throw new InvalidArgumentError('It takes a share of the calls, like 80%.');
  return value;
}

function pins(text: string): readonly ReasonPin[] {
  return text.split(',').map((part) => {
    const [, reason = '', key] = /^([^=]*)(?:=([1-9]))?$/.exec(part.trim()) ?? [];
    if (reason === '') throw new InvalidArgumentError('It takes reasons, like complaint,outage=1.');
    return { reason: reason.trim(), key: key === undefined ? undefined : Number(key) };
  });
}

function groups(text: string): NonNullable<DesignOptions['groups']> {
  if (text === 'any') return 'any';
  if (text === 'keep') return [];
  const lists = text.split(',').map((part) => part.split('+').map((name) => name.trim()));
  if (lists.flat().includes(''))
    throw new InvalidArgumentError('It takes keep, any, or groups like Cards+Loans.');
  return lists;
}

/** `ivr design`: makes the best menu for a table of contact reasons. */
export const registerDesign: RegisterCommand = (program, { terminal }) => {
  program
    .command('design')
    .description('make the shortest menu for a table of contact reasons and their calls')
    .argument('<reasons>', 'a table: reason,label,volume and more; - reads standard input')
    .option(
      '--width <options>',
      'the most options in a menu, 1 to 9, besides 0 for an agent',
      wholeNumber,
    )
    .option('--depth <menus>', 'the most menus on the way to a reason', wholeNumber)
    .option(
      '--pins <reasons>',
      'reasons that must be in the first menu, with a key or without: complaint,outage=1',
      pins,
    )
    .option(
      '--groups <groups>',
      'which reasons may share a menu: keep (those of one group), any, or groups to merge: Cards+Loans',
      groups,
    )
    .option('--keep-order', 'offer the reasons in the order of the table')
    .option(
      '--share <share>',
      'offer only the most frequent reasons that make up this share of the calls, such as 80%',
      share,
    )
    .option('--header <seconds>', 'how long a menu speaks before its options', seconds)
    .option('--press <seconds>', 'how long callers take to decide and press', seconds)
    .option('--pause <seconds>', 'the silence after an option, and before a menu speaks', seconds)
    .option(
      '--entry <seconds>',
      'the silence before a menu speaks, if it differs from --pause',
      seconds,
    )
    .option(
      '--label-seconds <seconds>',
      'how long an option takes to say, if the table has no seconds',
      seconds,
    )
    .option('--title <text>', 'the name of the line, which is said first')
    .option('--language <tag>', 'the language of rows that name none (default: "en")')
    .option('--id <script>', 'the id of the new script', 'designed')
    .option(
      '--seed <number>',
      'start the search elsewhere, if there are too many menus to try all',
      wholeNumber,
    )
    .option('-o, --output <file>', 'where to write the new menu: YAML, or JSON by its ending')
    .addOption(textOrJsonOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr design menus/contact-reasons.csv --width 5 --share 80% -o new.ivr.yaml\n',
    )
    .action(async (file: string, flags: DesignFlags) => {
      const { designMenu, designScript, designToJson, designToText, writeNativeScript } =
        await import('../../index.ts');
      const { loadReasons } = await import('../../node.ts');
      const { header, press, pause, labelSeconds, title, output, format, id } = flags;
      const { language, ...limits } = flags;
      const { table, warnings } = await loadReasons(file, { ...terminal, language });
      for (const { at, message } of warnings)
        terminal.stderr.write(`note: ${at.path}:${at.start.line}: ${message}\n`);
      const entry = flags.entry ?? pause;
      const given = { header, press, pause, entry, labelSeconds };
      const model = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      );
      const design = designMenu(table, { ...limits, title, model });
      if (output !== undefined)
        await deliver(
          terminal,
          output,
          writeNativeScript(designScript(design, id), /\.json$/i.test(output) ? 'json' : 'yaml'),
        );
      const { stdout, env } = terminal;
      stdout.write(
        format === 'json' ? designToJson(design) : designToText(design, paintFor(stdout, env)),
      );
    });
};
