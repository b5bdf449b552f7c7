import { resolve } from 'node:path';
import type { InsightReport, VersionInput } from '../index.ts';
import type { InsightFlags } from './insight-options.ts';
import { chooseFrom, type ConfigFlags } from './lint-options.ts';
import { loadCalls } from './load-calls.ts';
import { type LogFlags } from './log-options.ts';
import { deliver, refuseCsvWithoutFolder } from './output.ts';
import { paintInto } from './paint.ts';
import type { TableFlags } from './table-options.ts';
import { listedNames } from './listed-names.ts';
import type { Terminal } from './terminal.ts';
import { versionsOf, type ScriptVersion } from './version-options.ts';

type AnalyzeLogFlags = InsightFlags &
  ConfigFlags &
  LogFlags &
  TableFlags & { readonly output?: string };

/** Reads the calls of a version, and replays them. */
async function inputOf(
  version: ScriptVersion,
  flags: AnalyzeLogFlags,
  terminal: Terminal,
): Promise<VersionInput> {
  const { replayLog } = await import('../index.ts');
  const { lintLoaded } = await import('../node.ts');
  const { loadDetails } = await import('../logs.ts');
  const { log: logs, changed, callersKey: keyFile, agentSeconds, config } = flags;
  const { document, menu, flow, zone, calls, name } = version;
  const { selection } = await chooseFrom(config === undefined ? {} : { config }, terminal);
  const linted = await lintLoaded({ menus: [menu], directories: [], skipped: [] }, selection);
  const key = terminal.env['IVR_CALLERS_KEY'];
  const { cwd } = terminal;
  const words = { cwd, zone, changed, ...calls, callers: { keyFile, key } };
  const details = await loadDetails({ ...words, now: Date.now() });
  const log = await loadCalls(logs, flow, flags, terminal, { details });
  const findings = linted.ofScript.get(document);
  return { name, flow, log, replay: replayLog(flow, log), findings, agentSeconds };
}

/** Tells the insights of a log on one menu, or on its versions, in the format asked for. */
export async function analyzeLog(
  file: string | undefined,
  flags: AnalyzeLogFlags,
  terminal: Terminal,
): Promise<void> {
  const { anonymous, chooseInsights, findInsights, insightFiles, insightText, versionChanges } =
    await import('../index.ts');
  const { format, output, anyway } = flags;
  await refuseCsvWithoutFolder(format, output);
  const only = listedNames(flags.only);
  chooseInsights(only);
  const versions = await versionsOf(file, flags, terminal);
  const inputs: VersionInput[] = [];
  for (const version of versions) inputs.push(await inputOf(version, flags, terminal));
  const told = inputs.map((input, index): InsightReport => {
    const insights = findInsights(input, { only, anyway });
    const isLast = index === inputs.length - 1 && inputs.length > 1;
    const answers = [...insights.answers, ...(isLast ? versionChanges(inputs) : [])];
    const { flow, log, replay, name } = input;
    const version = inputs.length > 1 ? { version: name } : {};
    return { script: flow.script, log, replay, insights: { ...insights, answers }, ...version };
  });
  const reports = flags.anonymise === true ? told.map(anonymous) : told;
  if (format === 'csv' && output !== undefined) {
    const { writeFolder } = await import('../node.ts');
    await writeFolder(resolve(terminal.cwd, output), insightFiles(reports), output);
    return;
  }
  const paint = paintInto(output, terminal);
  await deliver(terminal, output, insightText(reports, format === 'csv' ? 'text' : format, paint));
}
