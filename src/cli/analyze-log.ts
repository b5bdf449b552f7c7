import { resolve } from 'node:path';
import type { InsightReport } from '../index.ts';
import type { InsightFlags } from './insight-options.ts';
import { chooseFrom, type ConfigFlags } from './lint-options.ts';
import { loadCalls } from './load-calls.ts';
import { type LogFlags } from './log-options.ts';
import { deliver } from './output.ts';
import { paintFor } from './paint.ts';
import type { TableFlags } from './table-options.ts';
import type { Terminal } from './terminal.ts';

type AnalyzeLogFlags = InsightFlags & ConfigFlags & LogFlags & TableFlags;

/** Several names may also stand in one word: `paths,coverage`. */
const listed = (word: string): readonly string[] => word.split(',').filter((name) => name !== '');

async function reportOn(
  file: string,
  flags: AnalyzeLogFlags,
  terminal: Terminal,
): Promise<InsightReport> {
  const { buildCallFlow, chooseInsights, findInsights, replayLog } = await import('../index.ts');
  const { lintLoaded, loadOneScript } = await import('../node.ts');
  const { log: logs, id, directory, agentSeconds, anyway } = flags;
  const only = flags.only?.flatMap(listed);
  chooseInsights(only);
  const { document, menu } = await loadOneScript(file, { ...terminal, directory, id });
  const { config } = flags;
  const { selection } = await chooseFrom(config === undefined ? {} : { config }, terminal);
  const linted = await lintLoaded({ menus: [menu], directories: [], skipped: [] }, selection);
  const flow = buildCallFlow(document.script);
  const log = await loadCalls(logs, flow, flags, terminal);
  const replay = replayLog(flow, log);
  const findings = linted.ofScript.get(document);
  const insights = findInsights({ flow, log, replay, findings, agentSeconds }, { only, anyway });
  return { script: document.script, log, replay, insights };
}

/** Tells the insights of a log on one menu, in the format asked for. */
export async function analyzeLog(
  file: string,
  flags: AnalyzeLogFlags & { readonly output?: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const { insightsToCsv, insightsToJson, insightsToMarkdown, insightsToText, IvrError } =
    await import('../index.ts');
  const { format, output } = flags;
  if (format === 'csv' && (output === undefined || output === '-'))
    throw new IvrError('usage', 'CSV is a folder with a file for every table.', {
      help: 'Name the folder with --output.',
    });
  const report = await reportOn(file, flags, terminal);
  if (format === 'csv' && output !== undefined) {
    const { writeFolder } = await import('../node.ts');
    await writeFolder(resolve(terminal.cwd, output), insightsToCsv(report), output);
    return;
  }
  const paint = output === undefined ? paintFor(terminal.stdout, terminal.env) : undefined;
  const text =
    format === 'json'
      ? insightsToJson(report)
      : format === 'markdown'
        ? insightsToMarkdown(report)
        : insightsToText(report, paint);
  await deliver(terminal, output, text);
}
