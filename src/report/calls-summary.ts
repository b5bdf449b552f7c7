import { namedNode } from '../diagram/charts/named-node.ts';
import { contactReasonsOf } from '../insight/contact-reasons.ts';
import { containmentOf } from '../insight/containment.ts';
import { findDropOuts, worstDropOuts } from '../insight/drop-outs.ts';
import { rateOf } from '../insight/rate.ts';
import { hearingCurves } from '../insight/timing/hearing-curve.ts';
import type { CallsReport } from './menu-report.ts';
import { plural } from '../source/plural.ts';
import { listed, quoted, rateWords, type SummaryPoint } from './summary-point.ts';

/** What calls were for, and how they ended. */
export function whatCallersDo({ input: { flow, replay } }: CallsReport): SummaryPoint {
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

/** Where calls were lost, and at which words most hang up. */
export function whereLost({ input }: CallsReport): SummaryPoint {
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
