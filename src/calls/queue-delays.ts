import type { CallDetails } from './call-details.ts';
import { dwellBucket } from './dwell-bucket.ts';

/** Counts how long after their beginning calls waited first at a queue's node. */
export interface QueueDelays {
  readonly count: (node: string, ms: number) => void;
  readonly counted: () => Pick<CallDetails, 'toQueue' | 'toQueueSum'>;
}

export function createQueueDelays(): QueueDelays {
  const delays = new Map<string, Map<number, number>>();
  const sums = new Map<string, number>();
  return {
    count(node, ms) {
      const own = delays.get(node) ?? new Map<number, number>();
      delays.set(node, own);
      const bucket = dwellBucket(ms);
      own.set(bucket, (own.get(bucket) ?? 0) + 1);
      sums.set(node, (sums.get(node) ?? 0) + ms);
    },
    counted: () => ({
      toQueue: [...delays]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([node, own]) =>
          [...own].sort(([a], [b]) => a - b).map(([ms, times]) => ({ node, ms, times })),
        ),
      toQueueSum: Object.fromEntries(sums),
    }),
  };
}
