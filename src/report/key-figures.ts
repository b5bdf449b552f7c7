import { containmentOf } from '../insight/containment.ts';
import { type Rate, rateOf } from '../insight/rate.ts';
import type { CallsReport } from './menu-report.ts';
import { interval } from './numbers.ts';
import { allOf, grouped, plural } from '../source/plural.ts';
import { seconds } from './saved-seconds.ts';
import { rateWords } from './summary-point.ts';

/** A number that a manager looks for first. */
export interface KeyFigure {
  readonly name: string;
  readonly value: string;
  /** What it is of, and how sure. */
  readonly note: string;
  readonly isTrouble?: boolean;
}

function figure(name: string, rate: Rate, what: string, isTrouble = false): KeyFigure {
  const sure = rate.trust === 'hidden' ? '' : `, between ${interval(rate).replace('–', ' and ')}`;
  return { name, value: rateWords(rate), note: `${grouped(rate.count)} ${what}${sure}`, isTrouble };
}

/** The figures of a log: calls, who was served, who was lost, and seconds. */
export function keyFiguresOf({ input, advice }: CallsReport): readonly KeyFigure[] {
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
            name: 'listening and pressing per call',
            value: `${seconds(today)} s`,
            note:
              then === undefined || then >= today
                ? 'no better order was found'
                : `${seconds(then)} s with ${allOf(advice.suggestions.length, 'change')} below`,
          },
        ]),
  ];
}
