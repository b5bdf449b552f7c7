import type { CallDetails } from '../calls/call-details.ts';
import { addBuckets, quantileOf, type Bucket } from './histogram.ts';
import { defineInsight } from './insight.ts';
import { tableOf } from './table.ts';

/** How long calls took from their beginning to their first wait. Seconds. */
export interface TimeToQueue {
  /** The queue's node; nothing for all together. */
  readonly node: string | undefined;
  readonly calls: number;
  readonly p50: number | undefined;
  readonly p90: number | undefined;
  /** From the exact sum, not from buckets. */
  readonly mean: number | undefined;
}

function timesOf(node: string | undefined, buckets: readonly Bucket[], sum: number): TimeToQueue {
  const calls = buckets.reduce((total, { times }) => total + times, 0);
  const seconds = (share: number): number | undefined => {
    const ms = quantileOf(buckets, share);
    return ms === undefined ? undefined : ms / 1000;
  };
  const mean = calls === 0 ? undefined : sum / calls / 1000;
  return { node, calls, p50: seconds(0.5), p90: seconds(0.9), mean };
}

/** Time to the first queue, of all calls that came to one and by the node where they waited first. */
export function timesToQueue({
  toQueue,
  toQueueSum,
}: Pick<CallDetails, 'toQueue' | 'toQueueSum'>): readonly TimeToQueue[] {
  const sums = new Map(Object.entries(toQueueSum));
  const byNode = new Map<string, Bucket[]>();
  for (const { node, ...bucket } of toQueue) {
    const own = byNode.get(node);
    if (own === undefined) byNode.set(node, [bucket]);
    else own.push(bucket);
  }
  const total = [...sums.values()].reduce((sum, one) => sum + one, 0);
  const nodes = [...byNode].map(([node, own]) =>
    timesOf(node, addBuckets(own), sums.get(node) ?? 0),
  );
  return [
    timesOf(undefined, addBuckets(toQueue), total),
    ...nodes.sort((a, b) => b.calls - a.calls),
  ];
}

/** How long callers take before they wait for a person. */
export const timeToQueueInsight = defineInsight({
  id: 'time-to-queue',
  title: 'Time to the queue',
  question: 'How long do callers listen and press before they begin to wait?',
  definition:
    'Time from the first event of a call to its first queue event, for the calls that have one. The mean is exact. The median and the 90th percentile come from a histogram of whole milliseconds cut to three significant digits, by nearest rank: they are at most 1 % too short.',
  source: 'TTQ, queue start less answer; buckets as in docs/log-format.md',
  find({ log }) {
    const { details } = log;
    if (details === undefined)
      return { tables: [], unknown: 'When calls came to a queue was not counted.' };
    if (details.toQueue.length === 0)
      return {
        tables: [],
        unknown: 'The log has no queue event: when calls came to a queue is not known.',
      };
    const rows = timesToQueue(details).map(({ node = '(all)', ...rest }) => ({ node, ...rest }));
    const columns = {
      node: 'queue',
      calls: ['calls', 'count'],
      p50: ['median', 'seconds'],
      p90: ['90 % within', 'seconds'],
      mean: ['mean', 'seconds'],
    } as const;
    return { tables: [tableOf('time-to-queue', 'Time to the queue', columns, rows)] };
  },
});
