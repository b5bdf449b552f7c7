import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { condense } from '../support/condense.ts';
import { createDetailCounter } from '../../src/calls/detail-counter.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import { findInsights } from '../../src/insight/find-insights.ts';
import { retriesOf } from '../../src/insight/retries.ts';
import { slicesOf } from '../../src/insight/slices.ts';
import { timesToQueue } from '../../src/insight/time-to-queue.ts';
import { transfersOf } from '../../src/insight/transfers.ts';
import { zeroOuts } from '../../src/insight/zero-outs.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { randomWalks, type RandomFlow, type RandomWalk } from '../support/random-flow.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const begin = Date.UTC(2026, 2, 2, 5);
const hour = 3_600_000;
/** Calls begin seven hours apart, and take a second for every event. */
const startOf = (call: number): number => begin + call * 7 * hour;

const rowsOf = (walks: readonly RandomWalk[]): readonly CallEvent[] =>
  walks.flatMap(({ steps }, call) =>
    steps.map((step, index) => ({ call: `c${call}`, at: startOf(call) + index * 1000, ...step })),
  );

function counted({ flow }: RandomFlow, walks: readonly RandomWalk[]) {
  const span = { from: 0, to: Date.UTC(2100, 0, 1), offset: 2 * hour };
  const request = { zone: 'Europe/Athens', spanAt: () => span, cuts: [startOf(2)] };
  const { duplicateRows, ...calls } = condense(rowsOf(walks), knownValuesOf(flow), {
    details: createDetailCounter(request),
  });
  const rows = { read: 1, used: 1, rejected: 0, duplicate: duplicateRows };
  const log = { sources: [], rows, rejectedBy: {}, firstRejects: [], ...calls };
  const { details } = log;
  if (details === undefined) throw new Error('no details were counted');
  return { flow, log, details, replay: replayLog(flow, log) };
}

/** What a walk pressed at menus, read from its rows and the script alone. */
function pressed({ nodes }: RandomFlow, { steps }: RandomWalk) {
  return steps.flatMap(({ event, node, value }) => {
    const option = nodes[node]?.options?.find(({ key }) => key === value);
    return event === 'input' && option !== undefined ? [{ node, ...option }] : [];
  });
}

describe('what enters a node leaves it', () => {
  test('on any flow, calls that come to a node go on from there or end there', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { replay } = counted(random, walks);
        for (const { id, visits } of replay.nodes) {
          const into = sum(replay.edges.map(({ edge, taken }) => (edge.to === id ? taken : 0)));
          const out = sum(replay.edges.map(({ edge, taken }) => (edge.from === id ? taken : 0)));
          const began = walks.filter(({ visited }) => visited[0] === id).length;
          const ended = walks.filter(({ visited }) => visited.at(-1) === id).length;
          expect({ id, visits }).toEqual({ id, visits: began + into });
          expect({ id, visits }).toEqual({ id, visits: out + ended });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a plain count of the rows agrees', () => {
  test('on who asked for a person, and whether that was the first thing they chose', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { flow, replay } = counted(random, walks);
        const found = zeroOuts(flow, replay);
        const all = walks.map((walk) => pressed(random, walk));
        for (const { node, rate, early } of found.nodes) {
          const calls = all.filter((keys) =>
            keys.some((key) => key.node === node && key.role === 'agent'),
          );
          const came = walks.filter(({ visited }) => visited.includes(node)).length;
          const first = calls.filter(([key]) => key?.node === node && key.role === 'agent');
          expect([rate.count, rate.of, early]).toEqual([calls.length, came, first.length]);
        }
        const any = all.filter((keys) => keys.some(({ role }) => role === 'agent'));
        expect(found.anywhere).toMatchObject({ count: any.length, of: walks.length });
      }),
      { numRuns: 60 },
    );
  });

  test('on silence, unknown keys, repeats and ways back', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { flow, replay } = counted(random, walks);
        for (const { node, trouble, repeats, backs } of retriesOf(flow, replay)) {
          const keys = walks.flatMap((walk) => pressed(random, walk));
          const done = (what: string) =>
            keys.filter((key) => key.node === node && key.do === what).length;
          const bad = walks.filter(({ steps }) =>
            steps.some((s) => s.node === node && (s.event === 'noinput' || s.event === 'nomatch')),
          );
          expect([trouble.count, repeats, backs]).toEqual([
            ...[bad.length, done('repeat'), done('back')],
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('on the hour, the weekday and the window of every call, and how soon it waited', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { flow, details, replay } = counted(random, walks);
        const slices = slicesOf(flow, replay, details);
        expect(sum(slices.map(({ calls }) => calls))).toBe(walks.length);
        walks.forEach((_, call) => {
          const local = new Date(startOf(call) + 2 * hour);
          const day = local.toUTCString().slice(0, 3);
          const own = slices.filter(
            ({ value }) =>
              value.hour === `${local.toISOString().slice(11, 13)}:00` && value.weekday === day,
          );
          expect(own.length).toBeGreaterThan(0);
        });
        const before = slices.filter(({ value }) => value.window === '0');
        expect(sum(before.map(({ calls }) => calls))).toBe(Math.min(2, walks.length));
        const waits = walks
          .map(({ steps }) => steps.findIndex(({ event }) => event === 'queue'))
          .filter((index) => index >= 0);
        const [all] = timesToQueue(details);
        expect(all?.calls).toBe(waits.length);
        if (waits.length > 0) expect(all?.mean).toBeCloseTo(sum(waits) / waits.length, 10);
        const { severalQueues } = transfersOf(flow, replay);
        expect(severalQueues.of).toBe(waits.length);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever the flow and the log, every insight answers, and no rate is above 1', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { flow, log, replay } = counted(random, walks);
        const { answers } = findInsights({ flow, log, replay, findings: [] }, { anyway: true });
        for (const { found } of answers) {
          const values = found.tables.flatMap(({ rows }) =>
            rows.flatMap((row) => Object.values(row)),
          );
          for (const value of values) {
            if (typeof value !== 'object' || !('trust' in value)) continue;
            expect(value.count).toBeLessThanOrEqual(value.of);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
