import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../../src/calls/call-event.ts';
import { condense } from '../support/condense.ts';
import { knownValuesOf } from '../../src/calls/kept-value.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { findDropOuts } from '../../src/insight/drop-outs.ts';
import { outcomes } from '../../src/replay/outcome.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { replayVariant } from '../../src/replay/replay-variant.ts';
import { waysOf } from '../../src/replay/ways.ts';
import type { Script } from '../../src/script/script.ts';
import { randomFlow, randomWalks, type RandomWalk } from '../support/random-flow.ts';
import { randomLog } from '../support/random-log.ts';
import { flowOf } from '../support/script-of.ts';

/** Rows of calls that take a second for every event, one call after the other. */
const rowsOf = (walks: readonly RandomWalk[]): readonly CallEvent[] =>
  walks.flatMap(({ steps }, call) =>
    steps.map((step, index) => ({ call: `c${call}`, at: call * 1e6 + index * 1000, ...step })),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

describe('replaying walks of a flow', () => {
  test('a walk of the flow always fits it wholly', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const log = condense(rowsOf(walks), knownValuesOf(random.flow));
        const replay = replayLog(random.flow, log);
        expect(replay.deviations).toEqual([]);
        expect(replay.fitness).toBe(1);
        expect(replay.fittingCalls).toBe(walks.length);
      }),
      { numRuns: 150 },
    );
  });

  test('a plain count of the walks agrees: visits, calls, silence, and where callers were lost', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const { flow } = random;
        const replay = replayLog(flow, condense(rowsOf(walks), knownValuesOf(flow)));
        const ways = waysOf(flow);
        const lost = walks.filter(({ steps }) =>
          ['hung-up', 'timed-out'].includes(replayVariant(ways, steps).outcome),
        );
        // The call is where it came to last when a move begins.
        const moves = walks.flatMap(({ steps }) =>
          steps
            .filter(({ event }) => event !== 'end')
            .map(
              (_, index) => steps.slice(0, index).findLast(({ event }) => event === 'enter')?.node,
            ),
        );
        for (const node of replay.nodes) {
          const visits = walks.map(({ visited }) => visited.filter((id) => id === node.id).length);
          const said = (event: string) =>
            walks
              .flatMap(({ steps }) => steps)
              .filter((s) => s.event === event && s.node === node.id);
          const at = moves.filter((id) => id === node.id).length;
          expect(node).toEqual({
            id: node.id,
            moves: { made: at, fitting: at },
            visits: sum(visits),
            entered: visits.filter((times) => times > 0).length,
            noInputs: said('noinput').length,
            noMatches: said('nomatch').length,
            dropOuts: lost.filter(({ visited }) => visited.at(-1) === node.id).length,
          });
        }
        const moved = sum(walks.map(({ visited }) => visited.length - 1));
        expect(sum(replay.edges.map(({ taken }) => taken))).toBe(moved);
      }),
      { numRuns: 80 },
    );
  });

  test('the end that a walk had decides its outcome where the words leave no choice', () => {
    fc.assert(
      fc.property(randomWalks(), ({ random, walks }) => {
        const ways = waysOf(random.flow);
        for (const { steps, end } of walks) {
          const { outcome } = replayVariant(ways, steps);
          if (end === 'none') expect(outcome).toBe('unfinished');
          else if (end === 'abandon') expect(outcome).toBe('queue-abandoned');
          else if (end === 'answer' || end === 'transfer')
            expect(['routed', 'opted-out']).toContain(outcome);
          else expect(outcome).not.toBe('unfinished');
        }
      }),
    );
  });
});

describe('replaying any log on any flow', () => {
  test('outcomes add up to the calls, drop-outs to those that hung up or timed out', () => {
    fc.assert(
      fc.property(randomFlow(), randomLog({ ties: 'many' }), ({ flow }, events) => {
        const renamed = events.map((event) => ({
          ...event,
          node: { main: 'n0', cards: 'n1', q: 'n2' }[event.node] ?? event.node,
        }));
        for (const rows of [events, renamed]) {
          const log = condense(rows, knownValuesOf(flow));
          const replay = replayLog(flow, log);
          expect(sum(outcomes.map((outcome) => replay.outcomes[outcome]))).toBe(log.calls);
          const lost = sum(replay.nodes.map(({ dropOuts }) => dropOuts));
          expect(lost + replay.dropOutsElsewhere).toBe(
            replay.outcomes['hung-up'] + replay.outcomes['timed-out'],
          );
          expect(replay.turnedAway).toBeLessThanOrEqual(replay.outcomes.failed);
          expect(replay.moves.fitting).toBeLessThanOrEqual(replay.moves.made);
          for (const { entered, visits, dropOuts } of replay.nodes) {
            expect(dropOuts).toBeLessThanOrEqual(entered);
            expect(entered).toBeLessThanOrEqual(visits);
          }
          for (const { taken, calls } of replay.edges) expect(calls).toBeLessThanOrEqual(taken);
          expect(findDropOuts(replay)).toHaveLength(flow.nodes.length);
          expect(replay.fittingCalls === log.calls).toBe(replay.deviations.length === 0);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('an empty log has no fitness, and nothing in it is lost', () => {
    const replay = replayLog(flowOf('  a: {kind: hangup}'), condense([]));
    expect(replay.fitness).toBeUndefined();
    expect(replay).toMatchObject({ calls: 0, variants: 0, fittingCalls: 0, deviations: [] });
  });

  test('every call of a variant counts', () => {
    const flow = flowOf('  a: {kind: menu, options: [{key: "1", to: a}]}');
    const steps = [
      { event: 'enter', node: 'a', value: '' },
      { event: 'input', node: 'a', value: '1' },
      { event: 'enter', node: 'a', value: '' },
      { event: 'hangup', node: 'a', value: '' },
    ] as const;
    const duration = { sum: 0, min: 0, max: 0 };
    const replay = replayLog(flow, { calls: 1000, variants: [{ steps, calls: 1000, duration }] });
    expect(replay.nodes[0]).toMatchObject({ entered: 1000, visits: 2000, dropOuts: 1000 });
    expect(replay.edges[0]).toMatchObject({ taken: 1000, calls: 1000 });
    expect(replay.moves).toEqual({ made: 4000, fitting: 4000 });
    expect(replay.outcomes['hung-up']).toBe(1000);
  });

  test('a path of 100,000 events is walked without overflow', () => {
    const flow = flowOf('  a: {kind: menu, options: [{key: "1", to: a}]}');
    const steps = Array.from({ length: 100_000 }, (_, index) => ({
      event: index % 2 === 0 ? ('enter' as const) : ('input' as const),
      node: 'a',
      value: index % 2 === 0 ? '' : '1',
    }));
    expect(replayVariant(waysOf(flow), steps)).toMatchObject({ moves: 100_000, fitting: 100_000 });
  });

  test('a chain of 100,000 branches that a log is silent about is walked without overflow', () => {
    const branches = Array.from({ length: 100_000 }, (_, index) => [
      index === 0 ? 'a' : `a${index}`,
      {
        kind: 'branch',
        on: 'share',
        cases: [{ when: 'x', to: index === 99_999 ? 'z' : `a${index + 1}` }],
      },
    ]);
    const nodes = Object.fromEntries([...branches, ['z', { kind: 'hangup' }]]) as unknown;
    const script = { ivr: 1, id: 't', language: 'en', entries: [{ start: 'a' }], nodes };
    const flow = buildCallFlow(script as unknown as Script);
    const end = [
      { event: 'enter', node: 'z', value: '' },
      { event: 'disconnect', node: 'z', value: '' },
    ] as const;
    expect(replayVariant(waysOf(flow), end).deviations).toEqual([]);
    const begun = [{ event: 'enter', node: 'a', value: '' } as const, ...end];
    expect(replayVariant(waysOf(flow), begun).visits).toHaveLength(100_001);
  });
});
