import { join } from 'node:path';
import type { Finding } from '../index.ts';
import type { CommandContext } from './command.ts';
import { exitCode } from './exit-code.ts';
import { reaches, type FailOn } from './fail-on.ts';
import { chooseFrom, type ConfigFlags } from './lint-options.ts';
import { loadCalls, withRejects } from './load-calls.ts';
import type { LogFlags } from './log-options.ts';
import { deliver } from './output.ts';
import { outputNames } from './output-names.ts';
import { paintFor } from './paint.ts';
import { refuseEmpty } from './refuse-empty.ts';
import type { TableFlags } from './table-options.ts';

interface AnalyzeMenusFlags extends ConfigFlags, LogFlags, TableFlags {
  readonly logs?: string;
  readonly output?: string;
  readonly failOn: FailOn;
}

/**
 * Analyses every menu under some paths, each with the log of its name in the folder `--logs`. Writes what
 * was made of each into a folder, and tells it on standard output.
 */
export async function analyzeMenus(
  files: readonly string[],
  flags: AnalyzeMenusFlags,
  { terminal, leave }: CommandContext,
): Promise<void> {
  const { analysisFiles, analysisToText, analyze, lintResult, lintToText } =
    await import('../index.ts');
  const { checkLogFolder, findLogFor, lintLoaded, loadMenus } = await import('../node.ts');
  const { drawFlow } = await import('../diagram/index.ts');
  const { cwd, env, stdout } = terminal;
  const { logs, output = 'out', failOn } = flags;
  const paint = paintFor(stdout, env);
  if (logs !== undefined) await checkLogFolder(logs, cwd);
  const { selection } = await chooseFrom(flags, terminal);
  const loaded = await loadMenus(files, { ...terminal, recordings: true });
  const linted = await lintLoaded(loaded, selection);
  await refuseEmpty(files, linted.sources, terminal);
  const scripts = loaded.menus.flatMap((menu) => menu.scripts);
  const names = outputNames(scripts);
  const told = new Set<Finding>();

  let replayed = 0;
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
            : (flow) => loadCalls([log], flow, flags, terminal, { onReject }),
      });
      if (log !== undefined) replayed += 1;
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

  if (logs !== undefined && replayed === 0 && scripts.length > 0)
    terminal.stderr.write(
      `note: No log in ${logs} has the name of a menu, such as ${names[0] ?? 'bank'}.csv.\n`,
    );

  const { findings, sources, summary } = linted;
  const untold = findings.filter((finding) => !told.has(finding));
  if (untold.length > 0) stdout.write(lintToText(lintResult(untold, sources, summary), paint));
  if (reaches(failOn, summary)) leave(exitCode.findings);
}
