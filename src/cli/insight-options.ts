import { InvalidArgumentError, type Command } from 'commander';
import { addVersionOptions, type VersionFlags } from './version-options.ts';
import { formatOption } from './format-option.ts';
import { directoryOption, idOption } from './menu-options.ts';

/** How insights are printed: CSV is a folder with a file for every table. */
const formats = ['text', 'json', 'markdown', 'csv'] as const;

/** The options of `ivr analyze --log`. */
export interface InsightFlags extends VersionFlags {
  readonly log?: string[];
  readonly report?: string;
  readonly changed?: string;
  readonly callersKey?: string;
  readonly anonymise?: boolean;
  readonly format: (typeof formats)[number];
  readonly only?: readonly string[];
  readonly agentSeconds?: Readonly<Record<string, number>>;
  readonly anyway?: boolean;
}

/** Reads `balance=180`, or `180` for all tasks not named, into what was read before. */
export function readSeconds(
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
  return addVersionOptions(command)
    .option(
      '-l, --log <files...>',
      'call logs of one menu, for all insights; - reads standard input',
    )
    .option('--report <file>', 'an aggregated IVR report of one menu, if there is no log')
    .addOption(
      formatOption('how to print insights; csv writes a folder of tables', formats).default('text'),
    )
    .option('--only <insights...>', 'only these insights; docs/insights.md lists them')
    .option(
      '--agent-seconds <task=seconds...>',
      'how long an agent takes for a task or a call of a queue; without a name, for all others',
      readSeconds,
    )
    .option(
      '--changed <moment>',
      'compare the calls before and after the menu changed at this moment',
    )
    .option(
      '--callers-key <file>',
      'the key for pseudonyms of callers, to find repeat calls (default: IVR_CALLERS_KEY, or a new key each time)',
    )
    .option(
      '--anonymise',
      'make a report that can be shared: no groups of 1 to 4 calls, and no phone numbers',
    )
    .option('--anyway', 'draw conclusions even if the log does not fit the menu')
    .addOption(directoryOption())
    .addOption(idOption());
}
