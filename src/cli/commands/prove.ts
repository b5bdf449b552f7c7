import type { RegisterCommand } from '../command.ts';
import { textOrJsonOption } from '../format-option.ts';
import { exitCode } from '../exit-code.ts';
import { formatByEnding } from '../format-by-ending.ts';
import { noting } from '../noting.ts';
import { deliver, formattedOutputOption } from '../output.ts';
import { paintInto } from '../paint.ts';
import { directoryOption, idOption, type MenuFlags } from '../menu-options.ts';

interface ProveFlags extends MenuFlags {
  readonly from?: string;
  readonly to?: string;
  readonly drill?: readonly string[];
  readonly format: 'text' | 'json';
  readonly output?: string;
}

/** The day that has begun in UTC: the core knows no clock. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** `ivr prove`: shows that every caller gets somewhere at every hour, or calls that don't. */
export const registerProve: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('prove')
    .description("prove that every caller gets somewhere at every hour, or show calls that don't")
    .argument('<script>', 'a menu file; - reads standard input')
    .option('--from <date>', 'the first day, or an ISO 8601 time (default: today)')
    .option('--to <date>', 'the day or time before which the proof ends (default: a year later)')
    .option(
      '--drill <failure...>',
      'also try failures: site:manila, "queue:cards full", "task:balance fails", "number:x fails", emergency, or each, to try all of them in turn',
    )
    .addOption(textOrJsonOption())
    .hook('preAction', formatByEnding())
    .addOption(formattedOutputOption())
    .addOption(directoryOption())
    .addOption(idOption())
    .addHelpText('after', '\nExample:\n  $ ivr prove menus/northwind-bank.ivr.yaml\n')
    .action(
      async (file: string, { from, to, drill, format, output, directory, id }: ProveFlags) => {
        const { buildCallFlow, drillFlow, parseDrills, proveFlow, proveToJson, proveToText } =
          await import('../../index.ts');
        const { loadOneScript } = await import('../../node.ts');
        const loaded = await loadOneScript(file, { ...noting(terminal), directory, id });
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
            : proveToText(report, paintInto(output, terminal));
        await deliver(terminal, output, text);
        const cutsOff = drills?.some(({ counterExamples }) => counterExamples.length > 0) === true;
        leave(proof.holds === false || cutsOff ? exitCode.findings : exitCode.clean);
      },
    );
};
