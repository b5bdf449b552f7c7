import { readSteps } from '../diagram/read-steps.ts';
import { readTraffic } from '../diagram/read-traffic.ts';
import { csvCell } from './csv-cell.ts';
import { insightsToCsv } from './insights-csv.ts';
import type { MenuReport } from './menu-report.ts';
import { markdownText } from './markdown.ts';
import { rankedFindings } from './ranked-findings.ts';

type Cell = string | number | undefined;

const csvOf = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');

/** A line for every step: what it is, and how many calls came and were lost there. */
function stepsCsv({ flow, calls }: MenuReport): string {
  const replayed = new Map(calls?.input.replay.nodes.map((node) => [node.id, node]));
  return csvOf(
    ['node', 'kind', 'title', 'calls', 'visits', 'lost', 'no_input', 'no_match'],
    flow.nodes.map(({ id, kind, node }) => {
      const own = replayed.get(id);
      const counts = [own?.entered, own?.visits, own?.dropOuts, own?.noInputs, own?.noMatches];
      return [id, kind, node.title, ...counts];
    }),
  );
}

/** A line for every way out of a step, and how many calls went it. */
function waysCsv({ flow, calls }: MenuReport): string {
  const steps = readSteps(flow);
  const traffic = calls === undefined ? undefined : readTraffic(steps, calls.input.replay);
  const rows = steps.flatMap((step) =>
    step.node === undefined
      ? []
      : step.exits.map((own): readonly Cell[] => {
          const { trigger, value } = own.exit;
          return [step.id, trigger, value, own.targets.join(' '), traffic?.callsOn(step, own)];
        }),
  );
  return csvOf(['from', 'trigger', 'value', 'to', 'calls'], rows);
}

function changesCsv({ calls }: MenuReport): string {
  const rows = (calls?.advice.suggestions ?? []).map(
    ({ number, kind, node, change, saving, verdict, calls: own }): readonly Cell[] => [
      ...[number, kind, node, change.summary],
      ...[saving.seconds, saving.low, saving.high, own, verdict],
    ],
  );
  const head = ['number', 'kind', 'node', 'summary'];
  return csvOf([...head, 'saves_s', 'saves_s_low', 'saves_s_high', 'calls', 'verdict'], rows);
}

function findingsCsv(report: MenuReport): string {
  const rows = rankedFindings(report).map(({ number, finding, node, calls }): readonly Cell[] => {
    const { severity, ruleId, message, help, at } = finding;
    const place = [at.path, at.start.line, at.start.column];
    return [number, severity, ruleId, node, calls?.count, calls?.of, message, help, ...place];
  });
  const head = ['number', 'severity', 'rule', 'node', 'calls', 'calls_of', 'message', 'help'];
  return csvOf([...head, 'file', 'line', 'column'], rows);
}

function proofCsv({ proof }: MenuReport): string {
  const rows = [
    ...proof.counterExamples.map((example) => ({ example, is: 'certain' })),
    ...proof.possible.map((example) => ({ example, is: 'possible' })),
  ].map(({ example, is }): readonly Cell[] => {
    const { reason, node, language, at, hoursPerYear, message } = example;
    return [is, reason, node, language, at, hoursPerYear, message];
  });
  return csvOf(['is', 'reason', 'node', 'language', 'at', 'hours_a_year', 'message'], rows);
}

const told: Readonly<Record<string, string>> = {
  'steps.csv': 'every step of the menu, with the calls that came and were lost there',
  'ways.csv': 'every way out of a step, with the calls that took it',
  'changes.csv': 'what would make calls shorter; ivr suggest --apply takes their numbers',
  'findings.csv': 'mistakes in the menu; those that most calls met come first',
  'proof.csv': 'calls that are proved to end badly; empty if there are none',
  'log.csv': 'what was read of the log',
  'left-out.csv': 'what the tables leave out, and what can not be known',
};

function readme({ document, calls, proof }: MenuReport, files: readonly string[]): string {
  const answers = calls?.insights.answers ?? [];
  const meaning = (file: string): string => {
    const name = file.replace(/\.csv$/, '');
    const answer = answers.find(
      ({ insight }) => name === insight.id || name.startsWith(`${insight.id}-`),
    );
    return told[file] ?? answer?.insight.definition ?? '';
  };
  const verdict =
    proof.holds === true ? 'holds' : proof.holds === false ? 'does not hold' : 'unknown';
  return [
    `# ${markdownText(document.script.title ?? document.script.id)}`,
    '',
    'Tables of a report on a phone menu: comma-separated, UTF-8, headings in the first line. A rate has its',
    'count, what it is of, the rate from 0 to 1, both ends of the 95 % interval of Wilson, and how far it can',
    'be trusted. Texts that a spreadsheet would take for a formula begin with an apostrophe.',
    '',
    `That every caller gets somewhere: ${verdict}.`,
    '',
    '| file | what it holds |',
    '| --- | --- |',
    ...files.map((file) => `| ${file} | ${markdownText(meaning(file))} |`),
    '',
  ].join('\n');
}

/**
 * What `ivr report --format csv` writes: a file for every table by its name, and `readme.md`, which says
 * what each holds. No cell is a formula.
 */
export function reportToCsv(report: MenuReport): Readonly<Record<string, string>> {
  const { calls, document } = report;
  const isTrusted = calls?.insights.fit.isEnough === true;
  const insights =
    calls === undefined
      ? {}
      : insightsToCsv({ script: document.script, ...calls.input, insights: calls.insights });
  const own = {
    'steps.csv': stepsCsv(report),
    'ways.csv': waysCsv(report),
    ...(isTrusted ? { 'changes.csv': changesCsv(report) } : {}),
    'findings.csv': findingsCsv(report),
    'proof.csv': proofCsv(report),
  };
  // The list of findings says more than the insight of that name.
  const files = { ...insights, ...own };
  return { 'readme.md': readme(report, Object.keys(files).sort()), ...files };
}
