import { join } from 'node:path';
import type { RegisterCommand } from '../command.ts';
import { exitCode } from '../exit-code.ts';
import { failOnOption, reaches, type FailOn } from '../fail-on.ts';
import { deliver } from '../output.ts';
import { paintFor } from '../paint.ts';

interface AnalyzeFlags {
  readonly logs?: string;
  readonly output: string;
  readonly failOn: FailOn;
}

/** `ivr analyze`: lint, replay, drop-outs, suggestions and pictures for whole folders. */
export const registerAnalyze: RegisterCommand = (program, { terminal, leave }) => {
  program
    .command('analyze')
    .description(
      'lint, replay, advise and draw every menu of a folder, each with the log of its name',
    )
    .argument('<files...>', 'menu files or folders')
    .option('-l, --logs <folder>', 'call logs: bank.ivr.yaml is replayed with bank.csv')
    .option('-o, --output <folder>', 'where pictures, reports and shorter menus are written', 'out')
    .addOption(failOnOption())
    .addHelpText('after', '\nExample:\n  $ ivr analyze menus --logs sample-logs -o out\n')
    .action(async (files: string[], { logs, output, failOn }: AnalyzeFlags) => {
      const { analysisToText, analyze, replayToJson, suggestToJson, writeSuggested } =
        await import('../../index.ts');
      const { findLogFor, lintLoaded, loadLog, loadMenus } = await import('../../node.ts');
      const { drawFlow } = await import('../../diagram/index.ts');
      const paint = paintFor(terminal.stdout, terminal.env);
      const loaded = await loadMenus(files, terminal);

      for (const { document, directory } of loaded.menus.flatMap((menu) => menu.scripts)) {
        const log =
          logs === undefined
            ? undefined
            : await findLogFor(document.source.path, logs, terminal.cwd);
        const analysis = await analyze(document, {
          directory: directory?.directory,
          condense: log === undefined ? undefined : (flow) => loadLog([log], flow, terminal),
        });
        const { flow, calls } = analysis;
        const { script } = document;
        const written: string[] = [];
        const write = async (ending: string, content: string) => {
          const file = join(output, `${script.id}${ending}`);
          await deliver(terminal, file, content);
          written.push(file);
        };
        const replay = calls?.replay;
        await write('.svg', await drawFlow(flow, { replay, directory: directory?.directory }));
        if (calls !== undefined) {
          await write('.replay.json', replayToJson({ script, ...calls }));
          await write('.suggest.json', suggestToJson({ script, advice: calls.advice }));
          if (calls.advice.suggestions.length > 0) {
            await write('.shorter.ivr.yaml', writeSuggested(document, calls.advice));
          }
        }
        terminal.stdout.write(`${analysisToText(analysis, written, paint)}\n`);
      }

      const { summary } = await lintLoaded(loaded);
      const unread = loaded.menus.filter((menu) => menu.scripts.length === 0);
      for (const { at, message } of unread.flatMap((menu) => menu.findings)) {
        terminal.stderr.write(`${at.path}:${at.start.line}:${at.start.column}: ${message}\n`);
      }
      if (reaches(failOn, summary)) leave(exitCode.findings);
    });
};
