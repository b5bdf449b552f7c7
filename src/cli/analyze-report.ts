import { resolve } from 'node:path';
import type { InsightFlags } from './insight-options.ts';
import { noting } from './noting.ts';
import { deliver, refuseCsvWithoutFolder } from './output.ts';
import { paintInto } from './paint.ts';
import { listedNames } from './listed-names.ts';
import type { Terminal } from './terminal.ts';

/** Tells what an aggregated report says of one menu, in the format asked for. */
export async function analyzeReport(
  file: string,
  path: string,
  flags: InsightFlags & { readonly output?: string | undefined },
  terminal: Terminal,
): Promise<void> {
  const {
    buildCallFlow,
    countsToCsv,
    countsToJson,
    countsToMarkdown,
    countsToText,
    reportInsights,
  } = await import('../index.ts');
  const { loadOneScript, loadReport, writeFolder } = await import('../node.ts');
  const { format, output, id, directory } = flags;
  const only = listedNames(flags.only);
  await refuseCsvWithoutFolder(format, output);
  const { document } = await loadOneScript(file, { ...noting(terminal), directory, id });
  const { script } = document;
  const report = await loadReport(path, terminal);
  const told = { script, report, answers: reportInsights(buildCallFlow(script), report, only) };
  if (format === 'csv' && output !== undefined) {
    await writeFolder(resolve(terminal.cwd, output), countsToCsv(told), output);
    return;
  }
  const paint = paintInto(output, terminal);
  const text =
    format === 'json'
      ? countsToJson(told)
      : format === 'markdown'
        ? countsToMarkdown(told)
        : countsToText(told, paint);
  await deliver(terminal, output, text);
}
