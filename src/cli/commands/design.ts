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
      'options of a menu at most, 1 to 9, beside 0 for a person',
      wholeNumber,
    )
    .option('--depth <menus>', 'menus on the way to a reason at most', wholeNumber)
    .option(
      '--pins <reasons>',
      'reasons that must be in the first menu, some on a key: complaint,outage=1',
      pins,
    )
    .option(
      '--groups <groups>',
      'which reasons may share a menu: keep (those of one group), any, or groups that count as one: Cards+Loans',
      groups,
    )
    .option(
      '--share <share>',
      'offer only the most wanted reasons with this share of the calls, like 80%',
      share,
    )
    .option('--header <seconds>', 'what each menu says before its options', seconds)
    .option('--press <seconds>', 'to decide and press', seconds)
    .option('--pause <seconds>', 'silence after an option, and before a menu speaks', seconds)
    .option('--entry <seconds>', 'silence before a menu speaks, where it is another', seconds)
    .option('--label-seconds <seconds>', 'to say an option, where the table tells none', seconds)
    .option('--title <text>', 'what the line calls itself; it is said first')
    .option('--language <tag>', 'of rows that name none (default: "en")')
    .option('--id <script>', 'the id of the new script', 'designed')
    .option('--seed <number>', 'searches otherwise, where there are too many to weigh', wholeNumber)
    .option('-o, --output <file>', 'where to write the new menu')
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
        await deliver(terminal, output, writeNativeScript(designScript(design, id), 'yaml'));
      const { stdout, env } = terminal;
      stdout.write(
        format === 'json' ? designToJson(design) : designToText(design, paintFor(stdout, env)),
      );
    });
};
