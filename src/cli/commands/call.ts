import { Option } from 'commander';
import { exitCode } from '../exit-code.ts';
import type { CallReport, FollowedCall, PlannedAction } from '../../index.ts';
import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { noting } from '../noting.ts';
import { paintFor } from '../paint.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { wholeNumber } from '../whole-number.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface CallFlags extends MenuFlags {
  readonly at?: string;
  readonly keys?: string;
  readonly actions?: string;
  readonly language?: string;
  readonly entry?: number;
  readonly drill?: readonly string[];
  readonly fail?: readonly string[];
  readonly set?: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** What the caller does, from a list, or from the lines of standard input for `-`. */
async function plannedKeys(
  list: string | undefined,
  file: string,
  { cwd, stdin }: Terminal,
): Promise<readonly PlannedAction[]> {
  const { IvrError, parseKeyLines, parseKeys } = await import('../../index.ts');
  if (list !== '-') return parseKeys(list ?? '');
  if (file === '-')
    throw new IvrError('usage', "The menu and the keys can't both come from standard input.", {
      help: 'Put one of them into a file, or write the keys after --keys.',
    });
  const { readSource } = await import('../../node.ts');
  return parseKeyLines((await readSource('-', cwd, stdin)).text);
}

/** `ivr call`: calls a menu, key by key in a terminal or along a list of keys. */
export const registerCall: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('call')
    .description('call a menu in the terminal: what is heard, when, and where the call ends')
    .argument('<script>', 'a menu file; - reads standard input')
    .option('--at <time>', 'when: "2026-12-05 14:10", "saturday 14:10", or an ISO 8601 time')
    .addOption(
      new Option(
        '-k, --keys <list>',
        'what the caller does, such as 2,1: keys, silence, wrong, hangup, digits:8, say:balance; - reads them from standard input',
      ).conflicts('actions'),
    )
    .option('--actions <json>', 'exact actions in JSON, as ivr prove prints them')
    .option('--language <tag>', 'the language in which the call begins')
    .option(
      '--entry <number>',
      'which number is dialled, by its position in the menu, from 1',
      wholeNumber,
    )
    .option(
      '--drill <failures...>',
      'what fails: site:manila, "queue:cards full", "task:balance fails", number:claims, emergency',
    )
    .option('--fail <names...>', 'the same for tasks and numbers: task:balance')
    .option('--set <name=value...>', 'what is known about the caller: attributes, results of tasks')
    .addOption(textOrJsonOption())
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(directoryOption())
    .addOption(idOption())
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr call menus/northwind-bank.ivr.yaml --at "saturday 14:10" --keys 2,1\n',
    )
    .action(async (file: string, flags: CallFlags) => {
      const { buildCallFlow, callToJson, callToText, followCall, judgeCall, setUpCall } =
        await import('../../index.ts');
      const { parseActions } = await import('../../index.ts');
      const { loadOneScript } = await import('../../node.ts');
      const actions =
        flags.actions === undefined
          ? await plannedKeys(flags.keys, file, terminal)
          : parseActions(flags.actions);
      const { document, directory: routing } = await loadOneScript(file, {
        ...noting(terminal),
        ...flags,
        recordings: true,
      });
      const { script } = document;
      const flow = buildCallFlow(script);
      const directory = routing?.directory;
      const { at, language, entry, set: known } = flags;
      const drills = [...(flags.drill ?? []), ...(flags.fail ?? [])];
      const request = { now: Date.now(), at, language, entry, known, drills };
      const setup = await setUpCall(flow, directory, request);
      const reportOf = (call: FollowedCall): CallReport => {
        const judgement = judgeCall(flow, call);
        return { script, directory, call, judgement, ...setup, time: setup };
      };
      const { stdin, stdout, env } = terminal;
      const isAtHand = stdin.isTTY === true && stdout.isTTY === true && file !== '-';
      const isPlanned = flags.keys !== undefined || flags.actions !== undefined;
      if (isAtHand && !isPlanned && flags.format === 'text') {
        const { callByHand } = await import('../call-by-hand.ts');
        const report = await callByHand(terminal, flow, setup, reportOf);
        if (flags.output !== undefined) await deliver(terminal, flags.output, callToText(report));
        if (!report.judgement.well) leave(exitCode.findings);
        return;
      }
      const report = reportOf(followCall(flow, setup.world, actions, setup.start));
      const isShown = flags.output === undefined || flags.output === '-';
      const options = isShown ? { columns: stdout.columns, paint: paintFor(stdout, env) } : {};
      const text = flags.format === 'json' ? callToJson(report) : callToText(report, options);
      await deliver(terminal, flags.output, text);
      // A pipe may never end, so none is read unasked; who sends keys through it should know.
      if (!isPlanned && report.call.end.why === 'waiting')
        terminal.stderr.write(
          'note: The menu asks, and no key was given. Give them with --keys, as in --keys 2,1; --keys - reads them from standard input.\n',
        );
      if (report.call.end.why === 'no-such-action') leave(exitCode.usage);
      else if (!report.judgement.well) leave(exitCode.findings);
    });
};
