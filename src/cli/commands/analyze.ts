import { join } from 'node:path';
import type { Finding } from '../../index.ts';
import { analyzeLog } from '../analyze-log.ts';
import { analyzeReport } from '../analyze-report.ts';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { addInsightOptions, type InsightFlags } from '../insight-options.ts';
import { addConfigOptions, chooseFrom, type ConfigFlags } from '../lint-options.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import { outputNames } from '../output-names.ts';
import { loadCalls, withRejects } from '../load-calls.ts';
import { addLogOptions, type LogFlags } from '../log-options.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';
import { refuseEmpty } from '../refuse-empty.ts';
import { addTableOptions, type TableFlags } from '../table-options.ts';

interface AnalyzeFlags extends ConfigFlags, LogFlags, TableFlags, InsightFlags {
  readonly logs?: string;
  readonly output?: string;
  readonly failOn: FailOn;
}

/**
 * `ivr analyze`: lint, replay, drop-outs, suggestions and pictures for whole folders; with `--log`, all
 * that the calls of one menu tell.
 */
export const registerAnalyze: RegisterCommand = (program, { terminal, leave }) => {
  const command = addInsightOptions(addConfigOptions(program.command('analyze')))
    .description(
      'lint, replay, advise and draw every menu of a folder, each with the log of its name; with --log, answer every question about the calls of one menu',
    )
    .argument('[files...]', 'menu files or folders')
    .option('-l, --logs <folder>', 'call logs: bank.ivr.yaml is replayed with bank.csv')
    .option(
      '-o, --output <path>',
      'the folder for pictures, numbers and shorter menus ("out" without it); with --log, the file or folder to write',
    )
    .addOption(failOnOption());
  addTableOptions(addLogOptions(command))
    .addHelpText(
      'after',
      '\nExample:\n  $ ivr analyze menus --logs sample-logs -o out\n  $ ivr analyze menus/northwind-bank.ivr.yaml --log sample-logs/northwind-bank.csv\n',
    )
    .action(async (files: string[], flags: AnalyzeFlags) => {
      const { logs, output = 'out', failOn } = flags;
      if (flags.report !== undefined) {
        const [file = '', another] = files;
        if (another !== undefined || logs !== undefined || flags.log !== undefined)
          program.error('With --report, name one menu, no --log and no --logs.');
        await analyzeReport(file, flags.report, flags, terminal);
        return;
      }
      if (flags.log !== undefined || flags.table !== undefined) {
        const [file, another] = files;
        if (another !== undefined || logs !== undefined)
          program.error('With --log or --table, name one menu and no --logs.');
        await analyzeLog(file, flags, terminal);
        return;
      }
      if (files.length === 0) program.error('Name menu files or folders.');
      const { analysisFiles, analysisToText, analyze, lintResult, lintToText } =
        await import('../../index.ts');
      const { findLogFor, lintLoaded, loadMenus } = await import('../../node.ts');
      const { drawFlow } = await import('../../diagram/index.ts');
      const { cwd, env, stdout } = terminal;
      const paint = paintFor(stdout, env);
      const { selection } = await chooseFrom(flags, terminal);
      const loaded = await loadMenus(files, { ...terminal, recordings: true });
      const linted = await lintLoaded(loaded, selection);
      await refuseEmpty(files, linted.sources, terminal);
      const scripts = loaded.menus.flatMap((menu) => menu.scripts);
      const names = outputNames(scripts);
      const told = new Set<Finding>();

      await withRejects(flags.rejects, terminal, async (onReject) => {
        for (const [index, { document, directory }] of scripts.entries()) {
          const log =
            logs === undefined ? undefined : await findLogFor(document.source.path, logs, cwd);
          const analysis = await analyze(document, {
            directory: directory?.directory,
            rules: selection?.settingsFor(document.source.path),
            findings: linted.ofScript.get(document),
            condense:
              log === undefined
                ? undefined
                : (flow) => loadCalls([log], flow, flags, terminal, onReject),
          });
          const replay = analysis.calls?.replay;
          const svg = await drawFlow(analysis.flow, { replay, directory: directory?.directory });
          const contents = { svg, ...(await analysisFiles(analysis)) };
          const written: string[] = [];
          for (const [ending, content] of Object.entries(contents)) {
            const file = join(output, `${names[index] ?? document.script.id}.${ending}`);
            await deliver(terminal, file, content);
            written.push(file);
          }
          for (const finding of analysis.findings) told.add(finding);
          stdout.write(`${analysisToText(analysis, written, paint)}\n`);
        }
      });

      const { findings, sources, summary } = linted;
      const untold = findings.filter((finding) => !told.has(finding));
      if (untold.length > 0) stdout.write(lintToText(lintResult(untold, sources, summary), paint));
      if (reaches(failOn, summary)) leave(exitCode.findings);
    });
};
