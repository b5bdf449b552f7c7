import { namedNode } from '../diagram/charts/named-node.ts';
import { cleanText } from '../diagram/clean-text.ts';
import { contactReasonsOf } from '../insight/contact-reasons.ts';
import { containmentOf } from '../insight/containment.ts';
import { findDropOuts, worstDropOuts } from '../insight/drop-outs.ts';
import { fewestCalls, rateOf, type Rate } from '../insight/rate.ts';
import { hearingCurves } from '../insight/timing/hearing-curve.ts';
import type { CallsReport, MenuReport } from './menu-report.ts';
import { interval, percent } from './numbers.ts';
import { grouped, plural } from './plural.ts';
import { rankedFindings } from './ranked-findings.ts';
import { refusalOf } from './refusal.ts';
import { seconds } from './suggest-text.ts';

/** A number that a manager looks for first. */
export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  /** What it is of, and how sure. */
  readonly note: string;
  readonly isTrouble?: boolean;
}

/** One thing to take away, in sentences. */
export interface SummaryPoint {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A report in plain words, for someone who reads nothing else of it. */
export interface MenuSummary {
  readonly figures: readonly KeyFigure[];
  readonly points: readonly SummaryPoint[];
}

const quoted = (text: string): string => `“${cleanText(text)}”`;

/** `8.9 % (7.9–10.0 %)`; counts where a percentage would say nothing. */
function rateWords(rate: Rate): string {
  return rate.rate === undefined || rate.trust === 'hidden'
    ? `${grouped(rate.count)} of ${grouped(rate.of)}`
    : percent(rate.rate);
}

function figure(name: string, rate: Rate, what: string, isTrouble = false): KeyFigure {
  const sure = rate.trust === 'hidden' ? '' : `, between ${interval(rate).replace('–', ' and ')}`;
  return { name, value: rateWords(rate), note: `${grouped(rate.count)} ${what}${sure}`, isTrouble };
}

function figuresOf({ input, advice }: CallsReport): readonly KeyFigure[] {
  const { calls, outcomes } = input.replay;
  const { withoutHangUps } = containmentOf(input.replay);
  const people = rateOf(outcomes.routed + outcomes['opted-out'], calls);
  const lost = rateOf(outcomes['hung-up'] + outcomes['timed-out'], calls);
  const { current, after } = advice;
  const today = current.secondsPerCall;
  const then = after.secondsPerCall;
  return [
    { name: 'calls', value: grouped(calls), note: `on ${plural(input.replay.variants, 'path')}` },
    figure('served without a person', withoutHangUps, 'calls'),
    figure('reached people', people, 'calls'),
    figure('lost in the menus', lost, 'calls', true),
    ...(today === undefined
      ? []
      : [
          {
            name: 'listening and pressing, a call',
            value: `${seconds(today)} s`,
            note:
              then === undefined || then >= today
                ? 'no better order was found'
                : `${seconds(then)} s with all changes below`,
          },
        ]),
  ];
}

const listed = (names: readonly string[]): string =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

function whatCallersDo({ input: { flow, replay } }: CallsReport): SummaryPoint {
  const { calls, outcomes } = replay;
  const { withoutHangUps } = containmentOf(replay);
  const share = (count: number) => rateWords(rateOf(count, calls));
  const ends = [
    `${share(withoutHangUps.count)} were served without a person`,
    `${share(outcomes.routed + outcomes['opted-out'])} reached people`,
    ...(outcomes['queue-abandoned'] > 0
      ? [`${share(outcomes['queue-abandoned'])} gave up while waiting`]
      : []),
    ...(outcomes.messaged > 0 ? [`${share(outcomes.messaged)} left a message`] : []),
    ...(outcomes.failed > 0 ? [`${share(outcomes.failed)} failed`] : []),
  ];
  const reasons = contactReasonsOf(flow, replay).filter(
    ({ reason, calls: own }) => reason !== undefined && own.count > 0,
  );
  const most = reasons.slice(0, 3);
  const wanted = most.map(({ reason = '', calls: own }) => `${quoted(reason)} (${rateWords(own)})`);
  return {
    title: 'What callers do',
    sentences: [
      `Of ${plural(calls, 'call')}, ${listed(ends)}.`,
      ...(most.length === 0 ? [] : [`Most often they call for ${listed(wanted)}.`]),
      ...(outcomes['opted-out'] > 0
        ? [`${share(outcomes['opted-out'])} pressed the key for a person and reached one.`]
        : []),
    ],
  };
}

function whereLost({ input }: CallsReport): SummaryPoint {
  const { flow, replay } = input;
  const { calls, outcomes } = replay;
  const lost = rateOf(outcomes['hung-up'] + outcomes['timed-out'], calls);
  const title = 'Where they are lost';
  if (lost.count === 0) return { title, sentences: ['No call of this log was lost in the menus.'] };
  const worst = worstDropOuts(findDropOuts(replay)).slice(0, 3);
  const places = worst.map(
    ({ node, count }) =>
      `${quoted(namedNode(flow, node).name)} (${rateWords(rateOf(count, lost.count))} of them)`,
  );
  const [curve] = hearingCurves(input);
  const worstSecond = curve?.seconds.reduce((most, one) => (one.left > most.left ? one : most));
  const said = curve?.parts.find(
    ({ from, to }) =>
      worstSecond !== undefined && worstSecond.second + 0.5 >= from && worstSecond.second < to,
  );
  const listening =
    curve === undefined || worstSecond === undefined || worstSecond.left < 5
      ? []
      : [
          `At ${quoted(namedNode(flow, curve.node).name)} most hang up in second ${worstSecond.second}${said === undefined ? '' : `, while ${quoted(said.label)} is said`}.`,
        ];
  return {
    title,
    sentences: [
      `${plural(lost.count, 'call')} (${rateWords(lost)}) ended in the menus without success.`,
      ...(places.length === 0 ? [] : [`Most of them were lost at ${listed(places)}.`]),
      ...listening,
    ],
  };
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
          `Mend ${plural(errors.length, 'error')} of the menu, such as: ${cleanText(error.message)}`,
        ]),
    ...(first === undefined || calls === undefined
      ? []
      : [
          `The change that saves most is at ${quoted(namedNode(flow, first.node).name)}: ${seconds(first.saving.seconds)} s a call, between ${seconds(first.saving.low)} and ${seconds(first.saving.high)} s (${first.verdict}).`,
        ]),
    ...(first === undefined || today === undefined || then === undefined
      ? []
      : [
          `With ${all.length === 1 ? 'it' : `all ${all.length} changes`} a call takes ${seconds(then)} s of listening and pressing instead of ${seconds(today)} s.`,
        ]),
    ...(otherwise === 0
      ? []
      : [
          `${plural(otherwise, 'change')} would help callers otherwise than by seconds: ${otherwise === 1 ? 'it is' : 'they are'} listed below.`,
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
        : [
            'Nothing stands out: no mistake was found, and no change that would noticeably shorten calls.',
          ],
  };
}

function whatIsKnown({ calls, proof, directory, findings }: MenuReport): SummaryPoint {
  const replay = calls?.input.replay;
  const log = calls?.input.log;
  const supported = calls?.advice.suggestions.filter(({ verdict }) => verdict === 'supported');
  const holds =
    proof.holds === true
      ? 'Whatever callers press, at every hour of a year, every one of them gets somewhere: that is proved.'
      : proof.holds === 'unknown'
        ? 'No call was found that ends badly, but not everything that this depends on is known.'
        : `It is proved that some callers get nowhere: ${plural(proof.counterExamples.length, 'way')} to a bad end ${proof.counterExamples.length === 1 ? 'was' : 'were'} found.`;
  return {
    title: 'What is surely known',
    sentences: [
      ...(replay === undefined || log === undefined
        ? ['No calls were given, so nothing is known of what callers do.']
        : [
            `${grouped(replay.fittingCalls)} of ${plural(replay.calls, 'call')} went only ways that this menu has; ${grouped(log.rows.rejected)} of ${plural(log.rows.read, 'row')} could not be used.`,
          ]),
      holds,
      ...(directory === undefined
        ? ['Opening hours and staffing are not known: no directory was given.']
        : []),
      ...(findings.length === 0 ? ['No mistake was found in the menu.'] : []),
      ...(supported === undefined || supported.length === 0
        ? []
        : [
            `${supported.length === 1 ? '1 change is' : `${supported.length} changes are`} supported by the calls: what they save is more than chance, under a model of how callers listen.`,
          ]),
      ...(replay === undefined || replay.calls >= fewestCalls
        ? []
        : [`With fewer than ${fewestCalls} calls percentages say nothing, and are left out.`]),
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
                title: 'The log and the menu do not belong together',
                sentences: refusal.map((line) => line.replace(/^- /, '')),
              },
            ]),
        whatToChange(report),
        whatIsKnown(report),
      ],
    };
  return {
    figures: figuresOf(calls),
    points: [whatCallersDo(calls), whereLost(calls), whatToChange(report), whatIsKnown(report)],
  };
}
