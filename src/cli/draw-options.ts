import { InvalidArgumentError, Option, type Command } from 'commander';

/** What `ivr draw` shows of a menu. */
export interface ViewFlags {
  readonly as: 'cards' | 'icicle';
  readonly findings?: true;
  readonly pages?: true;
  readonly depth?: number;
  readonly minShare?: number;
  readonly focus?: string;
  readonly language?: string;
  readonly locale?: string;
}

function readDepth(text: string): number {
  const depth = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (depth === 0) throw new InvalidArgumentError('It takes a number of columns from 1 on.');
  return depth;
}

function readShare(text: string): number {
  const [, number] = /^(\d{1,3}(?:\.\d{1,6})?) ?%$/.exec(text) ?? [];
  const share = number === undefined ? Number.NaN : Number(number) / 100;
  if (!(share >= 0 && share <= 1)) throw new InvalidArgumentError('It takes a share like 1%.');
  return share;
}

/** Adds the options that choose what is shown. */
export function addViewOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--as <form>', 'cards, or for large menus an icicle of the ways that calls went')
        .choices(['cards', 'icicle'])
        .default('cards'),
    )
    .option('--findings', 'mark the findings of ivr lint on the cards, and list them below')
    .option('--pages', 'draw a page for each key of the main menu; -o names a folder or a PDF')
    .option('--depth <columns>', 'draw only this many columns', readDepth)
    .option(
      '--min-share <percent>',
      'draw only steps that at least this share of all calls came to, such as 1%',
      readShare,
    )
    .option('--focus <node>', 'draw only this node, the way to it, and where it leads')
    .option('--language <tag>', 'the language to quote prompts in')
    .option('--locale <tag>', 'the language of the legend (default: that of the prompts)');
}
