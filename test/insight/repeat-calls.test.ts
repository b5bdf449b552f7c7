import { describe, expect, test } from '@jest/globals';
import type { CallDetails } from '../../src/calls/call-details.ts';
import { pseudonymsBy } from '../../src/calls/read-callers.ts';
import {
  addCluster,
  clusteredRate,
  noClusters,
  type Cluster,
} from '../../src/insight/clustered-rate.ts';
import { contactReasonsInsight } from '../../src/insight/contact-reasons.ts';
import { rateOf } from '../../src/insight/rate.ts';
import { repeatCalls } from '../../src/insight/repeat-calls.ts';
import { eventsOf, insightInputOf } from '../support/insights-of.ts';
import { flowOf } from '../support/script-of.ts';

const flow = flowOf(`
  main: {kind: menu, options: [{key: "1", reason: balance, to: bye}, {key: "2", reason: cards, to: bye}]}
  bye: {kind: hangup}
`);
const { replay } = insightInputOf(
  flow,
  eventsOf(flow, ['2x main 1 bye hangup', 'main 2 bye hangup']),
);
const day = 86_400_000;

describe('repeat calls', () => {
  // One caller on days 0, 0.5 and 9, another on day 1 alone, one on day 39.5; the log ends on day 40.
  const callers = {
    caller: Float64Array.of(1, 1, 1, 2, 3),
    at: Float64Array.of(0, 0.5 * day, 9 * day, day, 39.5 * day),
    variant: Int32Array.of(0, 1, 0, 0, 0),
    withheld: 4,
    oneOf: 1,
  };
  const found = repeatCalls(flow, replay, callers, 40 * day);
  const of = (reason: string | undefined, days: number) =>
    found.find((one) => one.reason === reason && one.days === days);

  test('are those followed by another within the days, of those that have as many days behind them', () => {
    expect(of(undefined, 1)).toMatchObject({ rate: { count: 1, of: 4 }, censored: 1 });
    expect(of(undefined, 7)).toMatchObject({ rate: { count: 1, of: 4 }, censored: 1 });
    expect(of(undefined, 30)).toMatchObject({ rate: { count: 2, of: 4 }, censored: 1 });
  });

  test('count for the reason of the first call, not of the one that follows', () => {
    expect(of('balance', 1)).toMatchObject({ rate: { count: 1, of: 3 } });
    expect(of('cards', 1)).toMatchObject({ rate: { count: 0, of: 1 } });
    expect(of('cards', 30)).toMatchObject({ rate: { count: 1, of: 1 } });
  });

  test('stand beside each contact reason, where callers are known', () => {
    const input = insightInputOf(
      flow,
      eventsOf(flow, ['2x main 1 bye hangup', 'main 2 bye hangup']),
    );
    const details = { callers, selection: { to: 40 * day } } as unknown as CallDetails;
    const told = contactReasonsInsight.find({ ...input, log: { ...input.log, details } });
    const again = told.tables[0]?.rows.map((row) => [row['reason'], row['again']]);
    expect(again).toMatchObject([
      ['balance', { count: 1, of: 3 }],
      ['cards', { count: 0, of: 1 }],
    ]);
    const without = contactReasonsInsight.find(input);
    expect(without.tables[0]?.columns.map(({ field }) => field)).not.toContain('again');
  });

  test('a call that is exactly as old as the days is known', () => {
    const one = { ...callers, caller: Float64Array.of(1), at: Float64Array.of(0) };
    const [first] = repeatCalls(flow, replay, { ...one, variant: Int32Array.of(0) }, day);
    expect(first).toMatchObject({ days: 1, rate: { count: 0, of: 1 }, censored: 0 });
  });
});

const rateOfClusters = (clusters: readonly Cluster[]) => {
  const sums = noClusters();
  for (const cluster of clusters) addCluster(sums, cluster);
  return clusteredRate(sums);
};

describe('calls of one caller are alike', () => {
  test('so their interval is wider than that of as many callers', () => {
    const alone = rateOfClusters(
      Array.from({ length: 100 }, (_, one) => ({ count: one % 2, of: 1 })),
    );
    const alike = rateOfClusters(
      Array.from({ length: 20 }, (_, one) => ({ count: (one % 2) * 5, of: 5 })),
    );
    const width = ({ low = 0, high = 0 }: typeof alone) => high - low;
    expect([alike.count, alike.of]).toEqual([alone.count, alone.of]);
    expect(width(alike)).toBeGreaterThan(width(alone) * 1.8);
    expect(width(alone)).toBeCloseTo(width(rateOf(50, 100)), 2);
  });
});

describe('pseudonyms of callers', () => {
  const key = new TextEncoder().encode('a key that nobody knows');
  const pseudonym = pseudonymsBy(key);

  test('are the same for one number however it is written, and others by another key', () => {
    const own = pseudonym('+1 (800) 555-0142');
    expect(own).toBe(pseudonym('+18005550142'));
    expect(own).toBe(pseudonym('tel:+18005550142'));
    expect(own).not.toBe(pseudonym('+18005550143'));
    expect(own).not.toBe(
      pseudonymsBy(new TextEncoder().encode('another key altogether'))('+18005550142'),
    );
    expect(Number.isSafeInteger(own)).toBe(true);
  });

  test.each(['', ' ', 'anonymous', 'Private Number', 'UNKNOWN', '+266696687', '()'])(
    '"%s" is nobody',
    (caller) => {
      expect(pseudonym(caller)).toBeUndefined();
    },
  );

  test.each(['na12', 'p1', '2562533', 'none-7'])('"%s" is somebody', (caller) => {
    expect(pseudonym(caller)).toBeDefined();
  });
});
