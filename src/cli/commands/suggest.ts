import { InvalidArgumentError } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { chooseFrom } from '../lint-options.ts';
import { loadCalls } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { noting } from '../noting.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';
import { reasonsOption, withReasons } from '../reasons-option.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface SuggestFlags extends LogFlags, TableFlags, MenuFlags {
  readonly log?: string[];
  readonly format: 'text' | 'json';
  /** True for all suggestions, else their numbers. */
  readonly apply?: true | readonly number[];
  readonly output?: string;
  readonly calibration?: string;
  readonly reasons?: string;
  readonly only?: string;
  readonly width?: number;
  readonly depth?: number;
  readonly most?: number;
}

function numbers(text: string): readonly number[] {
  if (!/^\d{1,4}(,\d{1,4})*$/.test(text)) {
    throw new InvalidArgumentError('It takes numbers of suggestions, like 1,3.');
  }
  return text.split(',').map(Number);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It takes a number from 1 on.');
  return Number(text);
}

/** `ivr suggest`: says what to change in a script, what each change saves, and makes the changes. */
export const registerSuggest: RegisterCommand = (program, { terminal }) => {
  const command = program
    .command('suggest')
    .description('find changes that shorten calls, say what each saves, and apply them')
    .argument('<script>', 'a menu file')
    .option('-l, --log <files...>', 'call logs, or folders of logs; - reads standard input')
    .addOption(textOrJsonOption())
    .option(
      '-a, --apply [numbers]',
      'write the changed menu, with all suggestions or some, such as 1,3',
      numbers,
    )
    .option('-o, --output <file>', 'where to write the changed menu')
    .option('--only <kinds>', 'look only for these kinds of changes, such as reorder,flatten')
    .option('--width <number>', 'the most choices that a changed menu may have (default: 5)', count)
    .option('--depth <number>', 'the most menus one after another (default: 3)', count)
    .option('--most <number>', 'the most suggestions to make', count)
    .option('--calibration <file>', 'figures of your own callers, from ivr calibrate')
    .option(...reasonsOption)
    .addOption(directoryOption())
    .addOption(idOption());
  addTableOptions(addLogOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr suggest menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv --apply -o new.ivr.yaml\n',
    )
    .action(async (file: string, flags: SuggestFlags) => {
      const {
        buildCallFlow,
        changeKindsIn,
        diffToText,
        IvrError,
        replayLog,
        suggest,
        suggestToJson,
        suggestToText,
        writeNativeScript,
        writeSuggested,
      } = await import('../../index.ts');
      const { loadCalibration, loadOneScript } = await import('../../node.ts');
      if ((flags.apply === undefined) !== (flags.output === undefined)) {
        const help = 'Write `--apply -o new.ivr.yaml`, or neither.';
        throw new IvrError('usage', '--apply and --output go together.', { help });
      }
      const { directory, id } = flags;
      const only = flags.only === undefined ? undefined : changeKindsIn(flags.only);
      const loaded = await loadOneScript(file, {
        ...noting(terminal),
        directory,
        id,
        recordings: true,
      });
      const { document } = loaded;
      const queues = loaded.directory?.directory;
      const flow = buildCallFlow(document.script);
      const { selection } = await chooseFrom({}, terminal);
      const { loadDetails } = await import('../../logs.ts');
      const details = await loadDetails({
        ...{ cwd: terminal.cwd, zone: queues?.timeZone ?? 'UTC', from: undefined, to: undefined },
        callers: { keyFile: undefined, key: terminal.env['IVR_CALLERS_KEY'] },
        now: Date.now(),
      });
      const counted = await loadCalls(flags.log, flow, flags, terminal, { details });
      const log = await withReasons(flags.reasons, flow, counted, terminal);
      const calibration =
        flags.calibration === undefined
          ? undefined
          : await loadCalibration(flags.calibration, terminal);
      const checks = {
        directory: queues,
        rules: selection?.settingsFor(file),
        limits: {
          ...(flags.width === undefined ? {} : { width: flags.width }),
          ...(flags.depth === undefined ? {} : { depth: flags.depth }),
        },
      };
      const advice = await suggest(flow, replayLog(flow, log), {
        ...{ ...checks, calibration, log, only, most: flags.most },
      });
      const report = { script: document.script, advice };
      if (flags.output !== undefined) {
        const chosen = flags.apply === true ? undefined : flags.apply;
        const after = await writeSuggested(document, advice, chosen, checks);
        await deliver(terminal, flags.output, after);
        // What isn't native is written anew: then only what the suggestions change is a difference.
        const before =
          document.format === 'native'
            ? document.source.text
            : writeNativeScript(document.script, 'yaml');
        const { stderr, env } = terminal;
        stderr.write(diffToText(before, after, paintFor(stderr, env)));
      }
      terminal.stdout.write(
        flags.format === 'json'
          ? suggestToJson(report)
          : suggestToText(report, paintFor(terminal.stdout, terminal.env)),
      );
    });
};
