import { namedNode } from '../diagram/charts/named-node.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { fewestCalls } from '../insight/rate.ts';
import type { MenuReport } from './menu-report.ts';
import { allOf, grouped, plural } from '../source/plural.ts';
import { rankedFindings } from './ranked-findings.ts';
import { refusalOf } from './refusal.ts';
import { seconds } from './saved-seconds.ts';
import { keyFiguresOf, type KeyFigure } from './key-figures.ts';
import { quoted, type SummaryPoint } from './summary-point.ts';
import { whatCallersDo, whereLost } from './calls-summary.ts';

/** A report in plain words, for someone who reads nothing else of it. */
export interface MenuSummary {
  readonly figures: readonly KeyFigure[];
  readonly points: readonly SummaryPoint[];
}

function whatToChange(report: MenuReport): SummaryPoint {
  const { calls, proof, flow } = report;
  const all = calls?.advice.suggestions ?? [];
  const shorter = all.filter(({ grounds }) => grounds === undefined);
  const [first] = [...shorter].sort((a, b) => b.saving.seconds - a.saving.seconds);
  const otherwise = all.length - shorter.length;
  const findings = rankedFindings(report).map(({ finding }) => finding);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const [error] = errors;
  const [example] = proof.counterExamples;
  const { current, after } = calls?.advice ?? {};
  const [today, then] = [current?.secondsPerCall, after?.secondsPerCall];
  const sentences = [
    ...(example === undefined ? [] : [`First of all: ${cleanText(example.message)}`]),
    ...(error === undefined
      ? []
      : [
          `Fix ${plural(errors.length, 'error')} of the menu, such as: ${cleanText(error.message)}`,
        ]),
    ...(first === undefined || calls === undefined
      ? []
      : [
          `The change that saves most is at ${quoted(namedNode(flow, first.node).name)}: ${seconds(first.saving.seconds)} s a call, between ${seconds(first.saving.low)} and ${seconds(first.saving.high)} s (${first.verdict}).`,
        ]),
    ...(first === undefined || today === undefined || then === undefined
      ? []
      : [
          `With ${all.length === 1 ? 'it' : allOf(all.length, 'change')} a call takes ${seconds(then)} s of listening and pressing instead of ${seconds(today)} s.`,
        ]),
    ...(otherwise === 0
      ? []
      : [
          `${plural(otherwise, 'change')} would help callers in other ways than by saving seconds: ${otherwise === 1 ? 'it is' : 'they are'} listed below.`,
        ]),
    ...(warnings.length === 0
      ? []
      : [
          `${plural(warnings.length, 'warning')} of the menu ${warnings.length === 1 ? 'is' : 'are'} listed below.`,
        ]),
  ];
  return {
    title: 'What to change first',
    sentences:
      sentences.length > 0
        ? sentences
        : ['No mistake was found, and no change that would noticeably shorten calls.'],
  };
}

function whatIsKnown({ calls, proof, directory, findings }: MenuReport): SummaryPoint {
  const replay = calls?.input.replay;
  const log = calls?.input.log;
  const supported = calls?.advice.suggestions.filter(({ verdict }) => verdict === 'supported');
  const holds =
    proof.holds === true
      ? 'It is proved that every caller gets somewhere, whatever they press and at every hour of a year.'
      : proof.holds === 'unknown'
        ? 'No call was found that ends badly, but some things that this depends on are unknown.'
        : `It is proved that some callers get nowhere: ${plural(proof.counterExamples.length, 'way')} to a bad end ${proof.counterExamples.length === 1 ? 'was' : 'were'} found.`;
  return {
    title: 'What is certain',
    sentences: [
      ...(replay === undefined || log === undefined
        ? ['No calls were given, so it is unknown what callers do.']
        : [
            `${grouped(replay.fittingCalls)} of ${plural(replay.calls, 'call')} took only paths that this menu has; ${grouped(log.rows.rejected)} of ${plural(log.rows.read, 'row')} could not be used.`,
          ]),
      holds,
      ...(directory === undefined
        ? ['Opening hours and staffing are unknown: no directory was given.']
        : []),
      ...(findings.length === 0 ? ['No mistake was found in the menu.'] : []),
      ...(supported === undefined || supported.length === 0
        ? []
        : [
            `${supported.length === 1 ? '1 change is' : `${supported.length} changes are`} supported by the calls: the saving is more than chance, under a model of how callers listen.`,
          ]),
      ...(replay === undefined || replay.calls >= fewestCalls
        ? []
        : [`There are fewer than ${fewestCalls} calls, so percentages are left out.`]),
    ],
  };
}

/** The summary of a report: what callers do, where they are lost, what to change, what is sure. */
export function menuSummary(report: MenuReport): MenuSummary {
  const { calls } = report;
  const refusal = calls === undefined ? [] : refusalOf(calls.insights.fit);
  if (calls === undefined || refusal.length > 0)
    return {
      figures: [],
      points: [
        ...(refusal.length === 0
          ? []
          : [
              {
                title: 'The log and the menu do not match',
                sentences: refusal.map((line) => line.replace(/^- /, '')),
              },
            ]),
        whatToChange(report),
        whatIsKnown(report),
      ],
    };
  return {
    figures: keyFiguresOf(calls),
    points: [whatCallersDo(calls), whereLost(calls), whatToChange(report), whatIsKnown(report)],
  };
}
