import { bucketMiddle } from '../../calls/dwell-bucket.ts';
import { dwellTimes } from '../../calls/dwell-times.ts';
import { nodeOf } from '../../flow/call-flow.ts';
import { cumulativeIncidence } from '../cumulative-incidence.ts';
import { defineInsight } from '../insight.ts';
import { toldQuantile } from '../quantile.ts';
import { fewestCalls, rateOf } from '../rate.ts';
import { tableOf } from '../table.ts';

/** The waits that are told: judgement, what service levels are usually written for. */
const looks = [20, 60, 180, 600] as const;

/** How long callers wait, and when they have had enough. */
export const waitingInsight = defineInsight({
  id: 'waiting',
  title: 'How long callers wait',
  question: 'How long do callers wait in each queue, and when do they give up?',
  definition:
    'Each wait runs from the moment a caller begins to wait to what happens next. Answered and gave up: waits that ended with an answer, or that the caller ended, out of all waits. Gave up by then: the share of all waits that callers had ended by that second; an answer or a way on competes with giving up. Median wait if answered: where there are 30 or more such waits.',
  source: 'cumulative incidence with competing risks (Aalen & Johansen 1978)',
  find({ flow, log }) {
    const queues = new Map<
      string,
      { cause: 'answer' | 'left' | 'on' | undefined; at: number; times: number }[]
    >();
    let unknown = 0;
    for (const { node, from, to, ms, times } of dwellTimes(log.dwell)) {
      if (from !== 'queue') continue;
      if (nodeOf(flow, node) === undefined) {
        unknown += times;
        continue;
      }
      const cause =
        to === 'answer' || to === 'transfer'
          ? 'answer'
          : to === 'abandon' || to === 'hangup'
            ? 'left'
            : to === 'end'
              ? undefined
              : 'on';
      const own = queues.get(node) ?? [];
      queues.set(node, own);
      own.push({ cause, at: bucketMiddle(ms) / 1000, times });
    }
    const rows = [...queues].map(([node, waits]) => {
      const count = (cause: (typeof waits)[number]['cause']) =>
        waits.reduce((sum, wait) => sum + (wait.cause === cause ? wait.times : 0), 0);
      const all = waits.reduce((sum, { times }) => sum + times, 0);
      const left = cumulativeIncidence(waits, 'left');
      const answered = waits
        .filter(({ cause }) => cause === 'answer')
        .map(({ at, times }) => ({ value: at, times }));
      const by = Object.fromEntries(
        looks.map((second) => {
          const found = left.findLast(({ at }) => at <= second);
          return [`by${second}`, all < fewestCalls ? undefined : (found?.share ?? 0)];
        }),
      );
      return {
        ...{ node, answered: rateOf(count('answer'), all), left: rateOf(count('left'), all) },
        middle: toldQuantile(answered, 0.5)?.value,
        slow: toldQuantile(answered, 0.9)?.value,
        ...by,
      };
    });
    return {
      tables: [
        tableOf(
          'queues',
          'By queue',
          {
            node: 'queue',
            answered: ['answered, of all waits', 'rate'],
            left: ['gave up', 'rate'],
            middle: ['median wait if answered', 'seconds'],
            slow: ['90 % within', 'seconds'],
            ...Object.fromEntries(
              looks.map((second) => [`by${second}`, [`gave up by ${second} s`, 'share'] as const]),
            ),
          },
          [...rows].sort((a, b) => b.answered.of - a.answered.of),
        ),
      ],
      excluded:
        unknown === 0
          ? []
          : [{ count: unknown, what: 'waits at nodes that the script doesn’t have' }],
    };
  },
});
