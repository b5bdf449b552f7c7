import { InvalidArgumentError, Option, type Command } from 'commander';

/** How insights are printed: CSV is a folder with a file for every table. */
const formats = ['text', 'json', 'markdown', 'csv'] as const;

/** The options of `ivr analyze --log`. */
export interface InsightFlags {
  readonly log?: string[];
  readonly report?: string;
  readonly id?: string;
  readonly directory?: string;
  readonly format: (typeof formats)[number];
  readonly only?: readonly string[];
  readonly agentSeconds?: Readonly<Record<string, number>>;
  readonly anyway?: boolean;
}

/** Reads `balance=180`, or `180` for all tasks not named, into what was read before. */
function readSeconds(
  text: string,
  before: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> {
  const at = text.lastIndexOf('=');
  const task = at < 0 ? 'other' : text.slice(0, at);
  const written = text.slice(at + 1);
  if (!/^\d+(\.\d+)?s?$/.test(written) || task === '')
    throw new InvalidArgumentError('It takes seconds, or a task with seconds, as balance=180.');
  const entries = new Map(Object.entries(before ?? {}));
  return Object.fromEntries(entries.set(task, Number.parseFloat(written)));
}

/** Adds the options that ask for insights. */
export function addInsightOptions(command: Command): Command {
  return command
    .option('--log <files...>', 'call logs of one menu: tells all insights; - reads standard input')
    .option(
      '--report <file>',
      'an aggregated IVR report of one menu instead of a log: tells what its counts can tell',
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print insights; csv writes a folder')
        .choices(formats)
        .default('text'),
    )
    .option('--only <insights...>', 'these insights and no others; docs/insights.md lists them')
    .option(
      '--agent-seconds <task=seconds...>',
      'what a person needs for a task; without a name for all others',
      readSeconds,
    )
    .option('--anyway', 'conclude even where the log does not fit the menu')
    .option('--directory <file>', 'the queues and calendars, for a menu that names none')
    .option('--id <script>', 'which script, in a file that holds several');
}
