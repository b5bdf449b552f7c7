import { cleanText } from '../diagram/clean-text.ts';
import { containmentOf } from '../insight/containment.ts';
import { findDropOuts, worstDropOuts } from '../insight/drop-outs.ts';
import { seenText } from '../insight/fit.ts';
import { judgeFit } from '../insight/judge-fit.ts';
import { outcomeMeanings, outcomeRates } from '../insight/outcome-rates.ts';
import { fewestCalls } from '../insight/rate.ts';
import { logFacts } from './log-facts.ts';
import { bar } from './numbers.ts';
import { refusalOf } from './refusal.ts';
import { rateCells, rateSides } from './rate-cells.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import type { ReplayReport } from './replay-report.ts';
import { tableLines, type Side } from './table.ts';

const mostNodes = 10;
const mostDeviations = 8;
const mostRejects = 5;
const barColumns = 16;

function headLines(report: ReplayReport, paint: Paint): readonly string[] {
  const { script } = report;
  const title = cleanText(script.title ?? script.id);
  const lines = logFacts(report).map(([name, text]) => [
    { text: name, paint: paint.dim },
    { text },
  ]);
  return [paint.bold(title), '', ...tableLines(lines, ['left', 'left'])];
}

function outcomeLines({ replay }: ReplayReport, paint: Paint): readonly string[] {
  const rows = outcomeRates(replay).map((rate) => {
    const isLoss = rate.outcome === 'hung-up' || rate.outcome === 'timed-out';
    const name = { text: `  ${rate.outcome}`, ...(isLoss ? { paint: paint.red } : {}) };
    return [
      name,
      ...rateCells(rate, paint),
      { text: outcomeMeanings[rate.outcome], paint: paint.dim },
    ];
  });
  const { withHangUps, withoutHangUps } = containmentOf(replay);
  const contained = [
    [{ text: '  without hang-ups' }, ...rateCells(withoutHangUps, paint)],
    [{ text: '  with hang-ups' }, ...rateCells(withHangUps, paint)],
  ].map((row, index) => {
    const meaning = index === 0 ? 'self-served' : 'self-served, hung-up and timed-out';
    return [...row, { text: meaning, paint: paint.dim }];
  });
  const heads = [{ text: 'How calls ended', paint: paint.bold }];
  const next = [{ text: 'Containment', paint: paint.bold }];
  const all = tableLines([heads, ...rows, [], next, ...contained], ['left', ...rateSides, 'left']);
  if (replay.turnedAway === 0) return all;
  const note = `  of the failed, ${plural(replay.turnedAway, 'call')} turned away as the script says`;
  return [...all.slice(0, rows.length + 1), paint.dim(note), ...all.slice(rows.length + 1)];
}

function dropOutLines({ replay }: ReplayReport, paint: Paint): readonly string[] {
  const worst = worstDropOuts(findDropOuts(replay));
  const most = worst[0]?.count ?? 1;
  const heading = `${paint.bold('Where callers are lost')} ${paint.dim('of the calls that came there')}`;
  const elsewhere =
    replay.dropOutsElsewhere === 0
      ? []
      : [`  ${grouped(replay.dropOutsElsewhere)} outside the nodes of the script`];
  if (worst.length === 0 && elsewhere.length === 0) return [heading, '  nowhere in this log'];
  const rows = worst
    .slice(0, mostNodes)
    .map((dropOut) => [
      { text: `  ${dropOut.node}` },
      ...rateCells(dropOut, paint),
      { text: bar(dropOut.count / most, barColumns), paint: paint.red },
    ]);
  const others = worst.slice(mostNodes);
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  const more =
    others.length > 0 ? [`  ${grouped(rest)} more at ${plural(others.length, 'other node')}`] : [];
  const sides: readonly Side[] = ['left', ...rateSides, 'left'];
  return [heading, ...tableLines(rows, sides), ...more, ...elsewhere];
}

function deviationLines({ replay }: ReplayReport, paint: Paint): readonly string[] {
  const { deviations } = replay;
  if (deviations.length === 0) return [];
  const lines = deviations
    .slice(0, mostDeviations)
    .flatMap(({ node, did, calls, seen, message }) => [
      `  ${paint.yellow(plural(calls, 'call'))}${seen === undefined ? '' : `, ${seenText(seen)}`}  ${cleanText(node === '' ? 'at the start' : node)}: ${cleanText(did)}`,
      `    ${paint.dim(cleanText(message))}`,
    ]);
  const others = deviations.length - mostDeviations;
  const more = others > 0 ? [`  ${plural(others, 'other kind')} of deviation`] : [];
  return ['', paint.bold('Where the log leaves the script'), ...lines, ...more];
}

function rejectLines({ log }: ReplayReport, paint: Paint): readonly string[] {
  if (log.rows.rejected === 0) return [];
  const reasons = Object.entries(log.rejectedBy).map(([reason, rows]) => [
    { text: `  ${grouped(rows)}` },
    { text: reason },
  ]);
  const first = log.firstRejects.slice(0, mostRejects).map(({ path, line, column, reason }) => {
    const at = column === undefined ? '' : ` ${column}:`;
    return paint.dim(`  ${cleanText(path)}:${line}:${at} ${reason}`);
  });
  const heading = paint.bold('Rejected rows');
  return ['', heading, ...tableLines(reasons, ['right', 'left']), ...first];
}

/**
 * What `ivr replay` prints for people: the window, rows that add up, how calls ended, containment
 * both ways, where callers are lost, where the log leaves the script, and which rows were rejected.
 * Percentages of fewer than 30 calls are left out.
 */
export function replayToText(report: ReplayReport, paint: Paint = plain): string {
  const outcomes = outcomeLines(report, paint);
  const isSmall = report.replay.nodes.some(({ entered }) => entered > 0 && entered < fewestCalls);
  const policy = `Intervals are Wilson's, 95 %.${isSmall ? ` Percentages of fewer than ${fewestCalls} calls are left out.` : ''}`;
  const refusal = refusalOf(judgeFit(report.replay, report.log)).map((line) => paint.yellow(line));
  const found = [...outcomes, '', ...dropOutLines(report, paint)];
  const lines = [
    ...headLines(report, paint),
    '',
    ...(refusal.length > 0 ? refusal : found),
    ...deviationLines(report, paint),
    ...rejectLines(report, paint),
    '',
    paint.dim(policy),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same for several versions of a script, oldest first. */
export function replaysToText(reports: readonly ReplayReport[], paint: Paint = plain): string {
  return reports.map((report) => replayToText(report, paint)).join('\n');
}
