import type { Analysis, CallAnalysis } from '../analyze.ts';
import { findDropOuts, worstDropOuts } from '../insight/drop-outs.ts';
import type { Rate } from '../insight/rate.ts';
import { outcomeRates } from '../insight/outcome-rates.ts';
import { lintResult } from '../lint/lint-result.ts';
import { printable } from '../source/code-frame.ts';
import { interval, ofAll, percent, bar } from './numbers.ts';
import { plain, type Paint } from './paint.ts';
import { grouped, plural } from '../source/plural.ts';
import { tableLines, type Cell } from './table.ts';

const mostNodes = 5;
const barColumns = 12;

/** The parts of a report on one script: a heading in the margin, and lines beside it. */
interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

function findingsSection({ findings }: Analysis, paint: Paint): Section {
  const { errors, warnings, infos } = lintResult(findings, [], { files: 1, nodes: 0 }).summary;
  const counts = [
    errors > 0 ? paint.red(plural(errors, 'error')) : '',
    warnings > 0 ? paint.yellow(plural(warnings, 'warning')) : '',
    infos > 0 ? paint.blue(plural(infos, 'note')) : '',
  ].filter((text) => text !== '');
  const first = findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, mostNodes)
    .map(({ at, message }) => `${printable(at.path)}:${at.start.line} ${printable(message)}`);
  return {
    heading: 'lint',
    lines: [counts.length === 0 ? paint.green('nothing found') : counts.join(', '), ...first],
  };
}

/** The percentage and its interval, or a dash where there are too few calls to say. */
function rateCells(rate: Rate, paint: Paint): readonly Cell[] {
  if (rate.rate === undefined || rate.trust === 'hidden') return [{ text: '–' }, { text: '' }];
  return [{ text: percent(rate.rate) }, { text: interval(rate), paint: paint.dim }];
}

function callSections({ log, replay, advice }: CallAnalysis, paint: Paint): readonly Section[] {
  const { read, rejected } = log.rows;
  const fitness = replay.fitness === undefined ? '' : `, ${percent(replay.fitness)} of moves fit`;
  const ends = outcomeRates(replay).filter(({ count }) => count > 0);
  const outcomeRows = ends.map((rate): readonly Cell[] => [
    { text: rate.outcome },
    { text: ofAll(rate) },
    ...rateCells(rate, paint),
  ]);
  const lost = worstDropOuts(findDropOuts(replay)).slice(0, mostNodes);
  const worst = lost[0]?.count ?? 1;
  const lostRows = lost.map((rate): readonly Cell[] => [
    { text: rate.node },
    { text: ofAll(rate) },
    ...rateCells(rate, paint),
    { text: bar(rate.count / worst, barColumns), paint: paint.red },
  ]);
  return [
    {
      heading: 'calls',
      lines: [
        `${plural(replay.calls, 'call')}, ${plural(replay.variants, 'path')}${fitness}`,
        paint.dim(`${plural(read, 'row')} read, ${grouped(rejected)} rejected`),
      ],
    },
    { heading: 'outcomes', lines: tableLines(outcomeRows, ['left', 'right', 'right', 'right']) },
    {
      heading: 'drop-outs',
      lines:
        lost.length === 0
          ? ['nobody left inside the menus']
          : tableLines(lostRows, ['left', 'right', 'right', 'right', 'left']),
    },
    { heading: 'shorter', lines: adviceLines(advice, paint) },
  ];
}

function adviceLines(
  { current, after, suggestions }: CallAnalysis['advice'],
  paint: Paint,
): readonly string[] {
  const today = current.secondsPerCall;
  const then = after.secondsPerCall;
  if (today === undefined || then === undefined) return ['too little is known about these calls'];
  if (suggestions.length === 0)
    return [`${today.toFixed(1)} s a call, and no better order of options`];
  const listed = suggestions.map(({ node, saving, verdict, change }, index) => {
    const saves = `saves ${saving.seconds.toFixed(1)} s a call (${saving.low.toFixed(1)} to ${saving.high.toFixed(1)})`;
    return `${index + 1}. ${paint.bold(node)} ${saves}, ${verdict}: ${printable(change.summary)}`;
  });
  return [
    `${today.toFixed(1)} s a call today, ${paint.green(`${then.toFixed(1)} s`)} with these changes`,
    ...listed,
  ];
}

/**
 * What `ivr analyze` prints of one script, for people: findings, how calls ended, where they were lost,
 * what would make them shorter, and the files that were written.
 */
export function analysisToText(
  analysis: Analysis,
  written: readonly string[],
  paint: Paint = plain,
): string {
  const { script, source } = analysis.document;
  const sections = [
    findingsSection(analysis, paint),
    ...(analysis.calls === undefined ? [] : callSections(analysis.calls, paint)),
    { heading: 'written', lines: written.map(printable) },
  ].filter(({ lines }) => lines.length > 0);
  const margin = Math.max(...sections.map(({ heading }) => heading.length)) + 2;
  const body = sections.flatMap(({ heading, lines }) =>
    lines.map((line, index) => {
      const beside = (index === 0 ? heading : '').padEnd(margin);
      return `  ${paint.dim(beside)}${line}`.trimEnd();
    }),
  );
  const title = paint.bold(printable(script.title ?? script.id));
  return `${[`${title}  ${paint.dim(printable(source.path))}`, ...body].join('\n')}\n`;
}
