import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { edgesFrom, type CallFlow } from '../../src/flow/call-flow.ts';
import { simulateCalls, type CallRow } from '../../src/walk/simulate.ts';
import type { SimulateOptions, SimulationSummary } from '../../src/walk/simulate-options.ts';
import { anyScript } from '../support/any-script.ts';
import { flowOf } from '../support/script-of.ts';

const shop = flowOf(`
  welcome: {kind: announcement, say: {recording: w.wav, length: 4}, to: main}
  main:
    kind: menu
    options:
      - {key: "1", say: {recording: a.wav, length: 3}, reason: order, to: pay}
      - {key: "2", say: {recording: b.wav, length: 3}, reason: repair, to: desk}
      - {key: "0", say: {recording: c.wav, length: 3}, role: agent, to: desk}
    noInput: {to: desk}
    noMatch: {to: desk}
  pay: {kind: collect, say: {recording: p.wav, length: 3}, digits: {min: 8, max: 8}, to: order, noInput: {to: desk}, noMatch: {to: desk}}
  order: {kind: task, task: order, selfService: true, success: main, failure: desk}
  desk: {kind: queue, queue: desk, overflow: {after: 3m, to: message}}
  message: {kind: voicemail, to: bye}
  bye: {kind: hangup}`);

const closing = new Set(['hangup', 'disconnect', 'abandon', 'transfer', 'answer', 'end']);

async function simulate(flow: CallFlow, options: Partial<SimulateOptions> = {}) {
  let summary: SimulationSummary | undefined;
  const rows = [
    ...(await simulateCalls(flow, {
      calls: 500,
      seed: 1,
      onSummary: (told) => {
        summary = told;
      },
      ...options,
    })),
  ];
  const calls = new Map<string, CallRow[]>();
  for (const row of rows) calls.set(row.call, [...(calls.get(row.call) ?? []), row]);
  return { rows, calls, summary };
}

/** What is wrong with the calls as walks on the flow: nothing, if the simulator does its work. */
function faults(flow: CallFlow, calls: ReadonlyMap<string, readonly CallRow[]>): readonly string[] {
  const edges = new Set(
    flow.nodes.flatMap(({ id }) => edgesFrom(flow, id).map(({ from, to }) => `${from} ${to}`)),
  );
  return [...calls].flatMap(([call, rows]) => {
    const closed = rows.findIndex(({ event }) => closing.has(event));
    const entered = rows.filter(({ event }) => event === 'enter').map(({ node }) => node);
    const moves = entered.slice(1).map((to, index) => `${entered[index] ?? ''} ${to}`);
    return [
      ...(rows[0]?.event === 'start' ? [] : [`${call} has no start`]),
      ...(closed === rows.length - 1 ? [] : [`${call} goes on after its end, or has none`]),
      ...moves.filter((move) => !edges.has(move)).map((move) => `${call} goes ${move}`),
    ];
  });
}

describe('a simulated log', () => {
  test('has as many calls as were asked for, each complete, in the order of time', async () => {
    const { rows, calls, summary } = await simulate(shop);
    expect(calls.size).toBe(500);
    expect(summary).toMatchObject({ calls: 500, rows: rows.length, cutShort: 0 });
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(faults(shop, calls)).toEqual([]);
  });

  test('goes along the edges of any script, well connected or not', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, fc.integer(), async (script, seed) => {
        const flow = buildCallFlow(script);
        const { calls } = await simulate(flow, { calls: 10, seed });
        expect(calls.size).toBe(10);
        expect(faults(flow, calls)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same for the same options, and another for another seed', async () => {
    const [one, same, other] = await Promise.all([
      simulate(shop),
      simulate(shop),
      simulate(shop, { seed: 2 }),
    ]);
    expect(same.rows).toEqual(one.rows);
    expect(other.rows).not.toEqual(one.rows);
  });

  test('never holds digits that were entered, only keys of options', async () => {
    const { rows } = await simulate(shop, { calls: 2000 });
    const inputs = rows.filter(({ event }) => event === 'input');
    expect(inputs.some(({ node }) => node === 'pay')).toBe(true);
    expect(inputs.filter(({ node }) => node === 'pay').every(({ value }) => value === '')).toBe(
      true,
    );
    const values = new Set(rows.map(({ value }) => value));
    expect([...values].toSorted()).toEqual(['', '0', '1', '2', 'desk']);
  });

  test('a script that goes round forever is cut short and says so', async () => {
    const round = flowOf(
      '  a: {kind: branch, on: language, cases: [{when: en, to: b}]}\n  b: {kind: announcement, to: a}',
    );
    const { calls, summary } = await simulate(round, { calls: 3 });
    expect(summary?.cutShort).toBe(3);
    for (const rows of calls.values()) {
      expect(rows.at(-1)?.event).toBe('end');
      expect(rows.length).toBeLessThan(1100);
    }
  });

  test('a script whose entries lead nowhere gives calls that are cut off', async () => {
    const nowhere = flowOf('  a: {kind: hangup}', 'entries: [{start: gone}]');
    const { rows } = await simulate(nowhere, { calls: 2 });
    expect(rows.map(({ event }) => event)).toEqual(['start', 'disconnect', 'start', 'disconnect']);
  });

  test('no calls give no rows', async () => {
    for (const calls of [0, -5, Number.NaN])
      expect((await simulate(shop, { calls })).rows).toEqual([]);
  });
});

describe('what is planted is found again', () => {
  const hangUps = (rows: readonly CallRow[], node: string) =>
    rows.filter((row) => row.event === 'hangup' && row.node === node).length;
  const entered = (rows: readonly CallRow[], node: string) =>
    new Set(
      rows.filter((row) => row.event === 'enter' && row.node === node).map(({ call }) => call),
    ).size;

  test('extra losses at one node raise its hang-ups by their share, and nothing before it changes', async () => {
    const [before, after] = await Promise.all([
      simulate(shop, { calls: 4000 }),
      simulate(shop, { calls: 4000, extraHangUps: { pay: 0.25 } }),
    ]);
    const rate = (rows: readonly CallRow[]) => hangUps(rows, 'pay') / entered(rows, 'pay');
    expect(rate(before.rows)).toBeLessThan(0.06);
    expect(rate(after.rows) - rate(before.rows)).toBeGreaterThan(0.2);
    expect(rate(after.rows) - rate(before.rows)).toBeLessThan(0.3);
    expect(entered(after.rows, 'welcome')).toBe(entered(before.rows, 'welcome'));
  });

  test('a table of demand comes back in what callers press', async () => {
    const model = { zeroOut: 0, zeroOutPerMinute: 0, mistake: 0, anotherReason: 0, callAgain: 0 };
    const { rows, summary } = await simulate(shop, {
      calls: 4000,
      demand: { order: 1, repair: 3 },
      model,
    });
    const first = new Map<string, string>();
    for (const { call, event, node, value } of rows)
      if (event === 'input' && node === 'main' && !first.has(call)) first.set(call, value);
    const pressed = [...first.values()];
    const share = pressed.filter((key) => key === '2').length / pressed.length;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
    expect(summary?.reasons['repair']).toBeGreaterThan(2850);
  });

  test('nobody is lost where nobody loses heart, errs or is kept waiting', async () => {
    const model = {
      hangUpPerSecond: 0,
      noInput: 0,
      noMatch: 0,
      mistake: 0,
      zeroOut: 0,
      zeroOutPerMinute: 0,
      pressLatency: 0.1,
      taskSuccess: 1,
      waitShare: 0,
      patience: 1e9,
      callAgain: 1,
      callAgainAfter: 1,
    };
    const { rows, calls } = await simulate(shop, { model });
    expect(new Set(rows.map(({ caller }) => caller)).size).toBe(500);
    const ends = [...calls.values()].map((all) => all.at(-1));
    expect(new Set(ends.map((row) => `${row?.event ?? ''} ${row?.node ?? ''}`))).toEqual(
      new Set(['answer desk', 'hangup main']),
    );
    const served = ends.filter((row) => row?.event === 'hangup').map((row) => row?.call);
    const succeeded = new Set(
      rows.filter(({ event }) => event === 'success').map(({ call }) => call),
    );
    expect(served.every((call) => call !== undefined && succeeded.has(call))).toBe(true);
  });

  test('longer waits make more callers leave the queue', async () => {
    const left = async (wait: number) => {
      const { rows } = await simulate(shop, { calls: 2000, queueWaits: { desk: wait } });
      return rows.filter(({ event }) => event === 'abandon').length;
    };
    expect(await left(150)).toBeGreaterThan(2 * (await left(20)));
  });

  test('the time from the end of an option to the press is the latency of the model', async () => {
    const { calls } = await simulate(shop, { calls: 3000, demand: { repair: 1 } });
    // Pause 0.5, then two options of 3 s: option 2 is known at 6.5 s.
    const latencies = [...calls.values()].flatMap((rows) => {
      const at = rows.findIndex(({ event, node }) => event === 'enter' && node === 'main');
      const [enter, input] = [rows[at], rows[at + 1]];
      return input?.value === '2' && enter !== undefined
        ? [(input.at - enter.at) / 1000 - 6.5]
        : [];
    });
    const mean = latencies.reduce((sum, one) => sum + one, 0) / latencies.length;
    expect(mean).toBeGreaterThan(1.5);
    expect(mean).toBeLessThan(1.7);
  });

  test('without barge-in nobody chooses before everything has been said', async () => {
    const patient = flowOf(
      '  a: {kind: menu, bargeIn: false, options: [{key: "1", say: {recording: a.wav, length: 3}, reason: x, to: b}, {key: "2", say: {recording: b.wav, length: 9}, reason: y, to: b}]}\n  b: {kind: hangup}',
    );
    const { calls } = await simulate(patient);
    for (const rows of calls.values()) {
      const [, enter, input] = rows;
      if (input?.event === 'input' && enter !== undefined)
        expect(input.at - enter.at).toBeGreaterThanOrEqual(12_500);
    }
  });
});

describe('people who call', () => {
  test('some who were not helped call again, those who were do not', async () => {
    const callers = async (model: SimulateOptions['model']) => {
      const { rows } = await simulate(shop, { calls: 1000, model });
      return new Set(rows.map(({ caller }) => caller)).size;
    };
    expect(await callers({ callAgain: 0 })).toBe(1000);
    expect(await callers({ callAgain: 1, callAgainAfter: 60, hangUpPerSecond: 0.02 })).toBeLessThan(
      900,
    );
  });

  test('callers choose their language once and stay with it', async () => {
    const two = flowOf(`
  first: {kind: menu, options: [{key: "1", language: en, role: language, to: english}, {key: "2", language: el, role: language, to: greek}]}
  english: {kind: menu, options: [{key: "1", reason: x, to: bye}]}
  greek: {kind: menu, options: [{key: "1", reason: x, to: bye}]}
  bye: {kind: hangup}`);
    const { rows } = await simulate(two, { calls: 1000, languages: { en: 1, el: 3 } });
    const greek = rows.filter(({ event, node }) => event === 'enter' && node === 'greek').length;
    expect(greek).toBeGreaterThan(650);
    expect(greek).toBeLessThan(800);
  });

  test('the number for a language is dialled by those who speak it', async () => {
    const lines = flowOf(
      '  a: {kind: hangup}\n  b: {kind: hangup}',
      'language: en\nentries: [{start: a}, {start: b, language: el}]',
    );
    const { rows } = await simulate(lines, { languages: { el: 1 } });
    expect(new Set(rows.filter(({ event }) => event === 'enter').map(({ node }) => node))).toEqual(
      new Set(['b']),
    );
  });

  test('what branches ask for is drawn evenly, or by a table', async () => {
    const asks = flowOf(
      '  a: {kind: branch, on: {attribute: plan}, cases: [{when: gold, to: b}], otherwise: c}\n  b: {kind: hangup}\n  c: {kind: hangup}',
    );
    const gold = async (attributes?: SimulateOptions['attributes']) => {
      const { rows } = await simulate(asks, { calls: 1000, attributes });
      return rows.filter(({ event, node }) => event === 'enter' && node === 'b').length;
    };
    expect(Math.abs((await gold()) - 500)).toBeLessThan(60);
    expect(await gold({ plan: { gold: 1 } })).toBe(1000);
  });
});
