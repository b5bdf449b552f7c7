import { Option } from 'commander';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';

interface ProveFlags {
  readonly from?: string;
  readonly to?: string;
  readonly drill?: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly directory?: string;
  readonly id?: string;
}

/** The day that has begun in UTC: the core knows no clock. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** `ivr prove`: shows that every caller gets somewhere at every hour, or calls that don't. */
export const registerProve: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('prove')
    .description("prove that every caller gets somewhere at every hour, or show calls that don't")
    .argument('<script>', 'a menu file; - reads standard input')
    .option('--from <date>', 'the first day, or an ISO 8601 time; today where it is left out')
    .option('--to <date>', 'the day, or the time, before which the proof ends; a year later')
    .option(
      '--drill <failure...>',
      'also try a failure: site:manila, "queue:cards full", "task:balance fails", "number:x fails", emergency; each for all in turn',
    )
    .addOption(
      new Option('-f, --format <format>', 'how to print').choices(['text', 'json']).default('text'),
    )
    .option('-o, --output <file>', 'the file to write; standard output where it is left out')
    .option('--directory <file>', 'the queues and calendars, for a menu that names none')
    .option('--id <script>', 'which script to prove, in a file that holds several')
    .addHelpText('after', '\nExample:\n  $ ivr prove menus/northwind-bank.ivr.yaml\n')
    .action(
      async (file: string, { from, to, drill, format, output, directory, id }: ProveFlags) => {
        const { buildCallFlow, drillFlow, parseDrills, proveFlow, proveToJson, proveToText } =
          await import('../../index.ts');
        const { loadOneScript } = await import('../../node.ts');
        const loaded = await loadOneScript(file, { ...terminal, directory, id });
        const routing = loaded.directory?.directory;
        const flow = buildCallFlow(loaded.document.script);
        const horizon = { from: from ?? today(), to };
        const failures = drill === undefined ? undefined : parseDrills(drill, flow, routing);
        const proof = await proveFlow(flow, routing, horizon);
        const drills =
          failures === undefined ? undefined : await drillFlow(flow, routing, failures, horizon);
        const report = {
          document: loaded.document,
          proof,
          hasDirectory: routing !== undefined,
          hasStaffing: (routing?.staffing.length ?? 0) > 0,
          drills,
        };
        const text =
          format === 'json'
            ? proveToJson(report)
            : proveToText(report, paintFor(terminal.stdout, terminal.env));
        await deliver(terminal, output, text);
        const cutsOff = drills?.some(({ counterExamples }) => counterExamples.length > 0) === true;
        leave(proof.holds === false || cutsOff ? exitCode.findings : exitCode.clean);
      },
    );
};
