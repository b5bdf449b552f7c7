import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent, CallEventName } from '../../src/calls/call-event.ts';
import { condense } from '../support/condense.ts';
import { dwellBucket } from '../../src/calls/dwell-bucket.ts';
import { dwellTimes } from '../../src/calls/dwell-times.ts';
import { draws } from '../support/draws.ts';
import { randomLog } from '../support/random-log.ts';

type Row = readonly [call: string, at: number, event: CallEventName, node?: string, value?: string];

const eventOf = ([call, at, event, node = '', value = '']: Row): CallEvent => ({
  call,
  at,
  event,
  node,
  value,
});
const condensed = (rows: readonly Row[]) => condense(rows.map(eventOf));
const pathsOf = (rows: readonly Row[]) =>
  condensed(rows).variants.map(({ steps, calls }) => [
    calls,
    steps.map(({ event, node, value }) => `${event} ${node}${value}`.trim()).join(', '),
  ]);

const minute = 60_000;

describe('condensing calls to paths', () => {
  test('calls of one path are one variant, most calls first, ties by path', () => {
    expect(
      pathsOf([
        ['1', 0, 'enter', 'b'],
        ['2', 1, 'enter', 'a'],
        ['3', 2, 'enter', 'c'],
        ['1', 3, 'hangup', 'b'],
        ['3', 4, 'hangup', 'c'],
        ['4', 4, 'enter', 'c'],
        ['4', 5, 'hangup', 'c'],
        ['2', 6, 'hangup', 'a'],
      ]),
    ).toEqual([
      [2, 'enter c, hangup c'],
      [1, 'enter a, hangup a'],
      [1, 'enter b, hangup b'],
    ]);
  });

  test('a path that begins like another is a path of its own', () => {
    expect(
      pathsOf([
        ['1', 0, 'enter', 'a'],
        ['2', 1, 'enter', 'a'],
        ['2', 2, 'enter', 'b'],
      ]),
    ).toEqual([
      [1, 'enter a'],
      [1, 'enter a, enter b'],
    ]);
  });

  test('the durations of a variant are added up, the shortest and the longest kept', () => {
    const { variants, window } = condensed([
      ['1', 1000, 'enter', 'a'],
      ['1', 3000, 'hangup', 'a'],
      ['2', 5000, 'enter', 'a'],
      ['2', 5500, 'hangup', 'a'],
    ]);
    expect(variants[0]?.duration).toEqual({ sum: 2500, min: 500, max: 2000 });
    expect(window).toEqual({ from: 1000, to: 5500 });
  });

  test('an empty log condenses to nothing', () => {
    expect(condense([])).toEqual({
      calls: 0,
      variants: [],
      dwell: [],
      irregular: {
        lateRows: 0,
        lateCalls: 0,
        reopenedCalls: 0,
        unterminatedCalls: 0,
        unstartedCalls: 0,
      },
      hours: [],
      versions: [],
      duplicateRows: 0,
      window: undefined,
    });
  });

  test('time at a node is counted from coming there to what happens next, by what that is', () => {
    const { dwell } = condensed([
      ['1', 0, 'enter', 'b'],
      ['1', 1234, 'input', 'b', '1'],
      ['1', 1234, 'enter', 'a'],
      ['1', 9234, 'hangup', 'a'],
      ['2', 0, 'enter', 'b'],
      ['2', 1239, 'input', 'b', '1'],
      ['3', 0, 'enter', 'b'],
      ['3', 1239, 'input', 'b', '2'],
      ['4', 0, 'enter', 'b'],
      ['4', 800, 'hangup'],
      ['5', 0, 'enter', 'b'],
      ['5', 800, 'enter', 'a'],
    ]);
    expect([...dwellTimes(dwell)]).toEqual([
      { node: 'a', from: 'enter', to: 'hangup', value: '', ms: 8000, times: 1 },
      { node: 'b', from: 'enter', to: 'enter', value: '', ms: 800, times: 1 },
      { node: 'b', from: 'enter', to: 'hangup', value: '', ms: 800, times: 1 },
      { node: 'b', from: 'enter', to: 'input', value: '1', ms: 1230, times: 2 },
      { node: 'b', from: 'enter', to: 'input', value: '2', ms: 1230, times: 1 },
    ]);
  });

  test('a prompt that is said again, and waiting, are counted from where they begin', () => {
    const { dwell } = condensed([
      ['1', 0, 'enter', 'm'],
      ['1', 9000, 'noinput', 'm'],
      ['1', 12_000, 'input', 'm', '7'],
      ['1', 12_000, 'nomatch', 'm'],
      ['1', 13_000, 'input', 'm', '1'],
      ['1', 13_000, 'enter', 'q'],
      ['1', 13_000, 'queue', 'q', 'sales'],
      ['1', 43_000, 'answer', 'q', 'agent 12'],
    ]);
    expect(
      [...dwellTimes(dwell)].map(
        ({ node, from, to, value, ms }) => `${node}: ${from} ${to} ${value} ${ms}`,
      ),
    ).toEqual([
      'm: enter noinput  9000',
      'm: noinput input 7 3000',
      'm: nomatch input 1 1000',
      'q: enter queue sales 0',
      'q: queue answer  30000',
    ]);
  });

  test('what happens at another node says only that the call has gone there', () => {
    const { dwell } = condensed([
      ['1', 0, 'enter', 'main'],
      ['1', 5000, 'input', 'cards', '2'],
      ['1', 6000, 'hangup', 'cards'],
    ]);
    expect([...dwellTimes(dwell)]).toEqual([
      { node: 'main', from: 'enter', to: 'enter', value: '', ms: 5000, times: 1 },
    ]);
  });

  test.each([
    [0, 0],
    [999, 999],
    [1009, 1000],
    [12_345, 12_300],
    [123_456, 123_000],
    [1_234_567, 1_230_000],
    [12_345_678, 12_340_000],
  ])('%d ms are counted as %d', (ms, bucket) => {
    expect(dwellBucket(ms)).toBe(bucket);
  });
});

describe('the order of a call', () => {
  test('rows of one moment keep the order of the log when none of the call is late', () => {
    expect(
      pathsOf([
        ['1', 5, 'enter', 'a'],
        ['1', 5, 'input', 'a', '1'],
        ['1', 5, 'enter', 'b'],
        ['1', 5, 'hangup', 'b'],
      ]),
    ).toEqual([[1, 'enter a, input a1, enter b, hangup b']]);
  });

  test('late rows are put in their place and counted; then rows of one moment go by what comes first', () => {
    const rows: readonly Row[] = [
      ['1', 9, 'hangup', 'b'],
      ['1', 5, 'enter', 'b'],
      ['1', 5, 'input', 'a', '1'],
      ['1', 1, 'enter', 'a'],
    ];
    expect(pathsOf(rows)).toEqual([[1, 'enter a, input a1, enter b, hangup b']]);
    expect(condensed(rows).irregular.lateRows).toBe(3);
  });

  test('seq decides within one moment, whatever the order of the log', () => {
    const events: readonly CallEvent[] = [
      { call: '1', at: 5, event: 'hangup', node: 'a', value: '', seq: 3 },
      { call: '1', at: 5, event: 'enter', node: 'b', value: '', seq: 1 },
      { call: '1', at: 5, event: 'enter', node: 'a', value: '', seq: 2 },
    ];
    const [variant] = condense(events).variants;
    expect(variant?.steps.map(({ event, node }) => `${event} ${node}`)).toEqual([
      'enter b',
      'enter a',
      'hangup a',
    ]);
  });

  test('rows shuffled within their calls give what the ordered ones give', () => {
    fc.assert(
      fc.property(randomLog({ ties: 'none' }), draws(1e9), (events, draw) => {
        const keyed = events.map((event) => ({ event, key: draw() }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
        const { irregular, ...expected } = condense(events);
        const { irregular: odd, ...result } = condense(shuffled);
        expect(result).toEqual(expected);
        expect({ ...odd, lateRows: 0, lateCalls: 0 }).toEqual(irregular);
      }),
    );
  });

  test('with seq they do so for rows of one moment, too', () => {
    fc.assert(
      fc.property(randomLog({ ties: 'seq' }), draws(1e9), (events, draw) => {
        const keyed = events.map((event) => ({ event, key: draw() }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ event }) => event);
        expect(condense(shuffled).variants).toEqual(condense(events).variants);
      }),
    );
  });
});

describe('the end of a call', () => {
  test('a call without an end, one without a start and one that goes on are counted', () => {
    const { irregular, calls } = condensed([
      ['1', 0, 'start'],
      ['1', 1, 'enter', 'a'],
      ['2', 0, 'enter', 'a'],
      ['2', 1, 'hangup', 'a'],
      ['3', 0, 'start'],
      ['3', 1, 'hangup'],
      ['3', 2, 'enter', 'a'],
      ['4', 0, 'start'],
      ['4', 1, 'answer'],
      ['4', 9, 'hangup'],
      ['4', 9, 'end'],
    ]);
    expect(calls).toBe(4);
    expect(irregular).toEqual({
      lateRows: 0,
      lateCalls: 0,
      reopenedCalls: 1,
      unterminatedCalls: 1,
      unstartedCalls: 1,
    });
  });

  test('an id that comes back with a start is another call', () => {
    expect(
      pathsOf([
        ['1', 0, 'start'],
        ['1', 1, 'hangup'],
        ['1', 2, 'start'],
        ['1', 3, 'hangup'],
      ]),
    ).toEqual([[2, 'start, hangup']]);
  });

  test('rows more than five minutes behind the end are another call, as are those a day after the last', () => {
    expect(
      pathsOf([
        ['1', 0, 'hangup'],
        ['1', 5 * minute, 'end'],
        ['2', 0, 'hangup'],
        ['2', 5 * minute + 1, 'end'],
        ['3', 0, 'enter', 'a'],
        ['3', 24 * 60 * minute + 1, 'enter', 'a'],
      ]),
    ).toEqual([
      [2, 'enter a'],
      [1, 'end'],
      [1, 'hangup'],
      [1, 'hangup, end'],
    ]);
  });

  test('letting calls go early changes nothing: a long log gives what its calls give one by one', () => {
    const rows: Row[] = [];
    // Ids come back after twenty minutes; some rows come up to five minutes late.
    for (let call = 0; call < 6000; call += 1) {
      const at = call * 1000;
      const id = String(call % 1200);
      rows.push([id, at, 'start'], [id, at + 200, 'enter', `n${call % 7}`]);
      const late = call - 280;
      if (late >= 0 && late % 5 === 0) {
        rows.push([String(late % 1200), at - 279_000, 'hangup', `n${late % 7}`]);
      }
      // The end of these comes nearly five minutes behind the hang-up, and nearly five minutes late.
      const ended = call - 570;
      if (ended >= 0 && ended % 5 === 0) rows.push([String(ended % 1200), at - 285_000, 'end']);
    }
    const byCall = new Map<string, Row[]>();
    for (const row of rows) byCall.set(row[0], [...(byCall.get(row[0]) ?? []), row]);
    const alone = [...byCall.values()].map((own) => condensed(own));
    const together = condensed(rows);
    const sum = (pick: (log: ReturnType<typeof condensed>) => number) =>
      alone.reduce((total, log) => total + pick(log), 0);
    expect(together.calls).toBe(sum(({ calls }) => calls));
    expect(together.irregular.unterminatedCalls).toBe(
      sum(({ irregular }) => irregular.unterminatedCalls),
    );
    for (const { steps, calls, duration } of together.variants) {
      const same = alone.flatMap(({ variants }) =>
        variants.filter((variant) => JSON.stringify(variant.steps) === JSON.stringify(steps)),
      );
      expect(same.reduce((total, variant) => total + variant.calls, 0)).toBe(calls);
      expect(same.reduce((total, variant) => total + variant.duration.sum, 0)).toBe(duration.sum);
    }
  });

  test('a log that is wholly out of order is counted right all the same', () => {
    const rows: Row[] = [];
    for (let call = 0; call < 20_000; call += 1) {
      const at = ((call * 7919) % 20_000) * minute;
      rows.push([String(call), at + 10, 'hangup', 'a'], [String(call), at, 'enter', 'a']);
    }
    rows.sort((a, b) => ((a[1] * 31) % 1009) - ((b[1] * 31) % 1009));
    expect(pathsOf(rows)).toEqual([[20_000, 'enter a, hangup a']]);
  });
});

describe('what is kept of values', () => {
  test('without a script single keys are kept and longer entries are not', () => {
    const kept = ['1', '*', '12', '123', '4155550123', 'my pin'].map((value, index) =>
      pathsOf([[String(index), 0, 'input', 'n', value]]),
    );
    expect(kept.map(([path]) => path?.[1])).toEqual([
      'input n1',
      'input n*',
      'input n12',
      'input n',
      'input n',
      'input n',
    ]);
  });
});
