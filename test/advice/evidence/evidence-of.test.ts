import { describe, expect, test } from '@jest/globals';
import { errandsOf } from '../../../src/advice/errands/errands-of.ts';
import { callsPerYear } from '../../../src/advice/evidence/calls-per-year.ts';
import { evidenceOf } from '../../../src/advice/evidence/evidence-of.ts';
import { hangUpHazard } from '../../../src/advice/evidence/hang-up-hazard.ts';
import { refusalOf } from '../../../src/advice/evidence/refusal.ts';
import { splitCalls } from '../../../src/advice/evidence/split-calls.ts';
import type { CallFlow } from '../../../src/flow/call-flow.ts';
import { eventsOf, insightInputOf } from '../../support/insights-of.ts';
import { flowOf } from '../../support/script-of.ts';
import { workedModel as model } from '../../support/worked-tree.ts';

/** A menu of three, every label 3 s: which of them comes where. */
const menu = (order: readonly string[], more = ''): CallFlow =>
  flowOf(`
  main:
    kind: menu
    ${more}
    options:
${order.map((to, index) => `      - {key: "${index + 1}", title: ${to}, say: {recording: a.wav, length: 3}, to: ${to}}`).join('\n')}
${order.map((to) => `  ${to}: {kind: queue, queue: ${to}}`).join('\n')}`);

const was = menu(['bills', 'faults', 'moves']);
const is = menu(['moves', 'bills', 'faults']);
const call = (key: number, to: string) => `main ${key} ${to} queue:${to} answer`;
const calls = [
  `100x ${call(1, 'bills')}`,
  `100x ${call(2, 'faults')}`,
  `700x ${call(3, 'moves')}`,
  '100x main hangup',
];

function inputOf(flow: CallFlow, list: readonly string[]) {
  const input = insightInputOf(flow, eventsOf(flow, list));
  return { ...input, errands: errandsOf(flow, input.replay, model) };
}

describe('the evidence for a change', () => {
  const { errands, log, replay } = inputOf(was, calls);
  const evidence = evidenceOf({ errands, callers: undefined, before: was, after: is });

  test('is what its calls gain, each compared with itself', () => {
    // Movers gain two labels; the others lose one; who hung up hears as much as before.
    expect(evidence?.seconds).toBeCloseTo((700 * 6 - 200 * 3) / 1000, 12);
    expect(evidence?.low).toBeLessThan(3.6);
    expect(evidence?.high).toBeGreaterThan(3.6);
    expect(evidence).toMatchObject({
      calls: 1000,
      better: 0.7,
      worse: 0.2,
      unreachable: 0,
      drawn: 'calls',
    });
    expect(evidence?.unchanged).toBeCloseTo(0.1, 12);
    expect(evidence?.worstHit).toMatchObject({ reason: 'bills', calls: 100, seconds: -3 });
    expect(evidence?.chanceOfGain).toBeGreaterThan(0.999);
    expect(evidence?.verdict).toBe('supported');
  });

  test('bounds what the callers gain whose reason is unknown', () => {
    const { calls: unknown, share, least, most } = evidence?.unknownReasons ?? {};
    expect([unknown, share]).toEqual([100, 0.1]);
    expect(least).toBeCloseTo((700 * 6 - 300 * 3) / 1000, 12);
    expect(most).toBeCloseTo((800 * 6 - 200 * 3) / 1000, 12);
  });

  test('tells whose keys change', () => {
    expect(evidence?.keys.calls).toBe(900);
    expect(evidence?.keys.habitualCallers).toBeUndefined();
    expect(evidence?.keys.changes[0]).toEqual({
      reason: 'moves',
      before: ['3'],
      after: ['1'],
      calls: 700,
    });
  });

  test('is computed again under other assumptions', () => {
    const half = evidence?.sensitivity.find(({ assumption }) => assumption.includes('half'));
    expect(half?.seconds).toBeCloseTo(3.6 / 2, 12);
  });

  test('scales to a year, and says by what', () => {
    const perYear = { calls: 1_000_000, basis: 'given' } as const;
    const yearly = evidenceOf({
      errands,
      callers: undefined,
      before: was,
      after: is,
      perYear,
    })?.yearly;
    expect(yearly).toMatchObject({ calls: 1_000_000, basis: 'given' });
    expect(yearly?.hours.mean).toBeCloseTo(1000, 9);
    expect(yearly?.trunkMinutes).toBeCloseTo(60_000, 9);
    const week = { from: 0, to: 7 * 86_400_000 };
    expect(callsPerYear({ calls: 700, window: week }, undefined)).toEqual({
      calls: 36_525,
      basis: 'log',
    });
    expect(
      callsPerYear({ calls: 700, window: { from: 0, to: 3_600_000 } }, undefined),
    ).toBeUndefined();
  });

  test('predicts hang-ups by how they happen in menus, as a model', () => {
    const hazard = hangUpHazard(was, log.dwell, replay.paths);
    // Every call is a second in the menu, and one in ten hangs up in it.
    expect(hazard?.perSecond).toBeCloseTo(0.1, 2);
    const { hangUps } =
      evidenceOf({ errands, callers: undefined, before: was, after: is, hazard }) ?? {};
    expect(hangUps?.fewerPerThousand).toBeCloseTo(
      1000 * (1 - Math.exp(-3.6 * (hazard?.perSecond ?? 0))),
      9,
    );
  });

  test('is none where nothing can be interrupted', () => {
    const [slow, other] = [
      menu(['bills', 'faults', 'moves'], 'bargeIn: false'),
      menu(['moves', 'bills', 'faults'], 'bargeIn: false'),
    ];
    const found = evidenceOf({
      errands: inputOf(slow, calls).errands,
      callers: undefined,
      before: slow,
      after: other,
    });
    expect(found).toMatchObject({ seconds: 0, low: 0, high: 0, unchanged: 1, verdict: undefined });
  });

  test('asks for more calls where chance could turn it', () => {
    const few = inputOf(was, [`20x ${call(3, 'moves')}`, `38x ${call(2, 'faults')}`]);
    const found = evidenceOf({ errands: few.errands, callers: undefined, before: was, after: is });
    expect(found?.verdict).toBe('too few calls');
    expect(found?.callsNeeded).toBeGreaterThan(1_000);
  });
});

describe('halves of a log', () => {
  const { errands } = inputOf(was, calls);

  test('are dealt out by calls where no callers are known, and add up', () => {
    const { choose, judge, by } = splitCalls(errands, undefined);
    expect(by).toBe('call');
    expect(choose.errands.calls + judge.errands.calls).toBe(1000);
    expect(Math.abs(choose.errands.calls - 500)).toBeLessThan(80);
    errands.errands.forEach((errand, position) => {
      const parts = [choose, judge].map((part) => part.errands.errands[position]?.calls ?? 0);
      expect((parts[0] ?? 0) + (parts[1] ?? 0)).toBe(errand.calls);
    });
    expect(splitCalls(errands, undefined)).toEqual({ choose, judge, by });
  });

  test('keep callers whole, and do not change with the key that hides them', () => {
    const named = (shift: number) => ({
      caller: Float64Array.from({ length: 900 }, (_, index) => ((index * 7) % 300) * shift + 5),
      at: Float64Array.from({ length: 900 }, (_, index) => index),
      variant: Int32Array.from({ length: 900 }, (_, index) => (index < 700 ? 0 : 1)),
      withheld: 100,
      oneOf: 1,
    });
    const halves = splitCalls(errands, named(3));
    expect(halves.by).toBe('caller');
    const sides = [halves.choose, halves.judge].map(({ callers }) => new Set(callers?.caller));
    expect([...(sides[0] ?? [])].some((caller) => sides[1]?.has(caller))).toBe(false);
    const counts = (found: typeof halves) =>
      found.judge.errands.errands.map((errand) => errand.calls);
    expect(counts(splitCalls(errands, named(11)))).toEqual(counts(halves));
  });

  test('let a change be judged by calls that had no part in choosing it', () => {
    const halves = splitCalls(errands, undefined);
    const found = evidenceOf({ errands, callers: undefined, before: was, after: is, halves });
    expect(found?.judged?.calls).toBe(halves.judge.errands.calls);
    expect(found?.judged?.by).toBe('call');
    expect(found?.judged?.seconds).toBeCloseTo(3.6, 0);
  });
});

describe('a log that tells too little', () => {
  test('is refused where most callers left before anything is known', () => {
    const { replay, errands } = inputOf(was, [`50x ${call(1, 'bills')}`, '50x main hangup']);
    expect(refusalOf(replay, errands)?.message).toContain('50 % of the calls left before');
  });

  test('is refused where it is of another menu, and where it is empty', () => {
    const { replay, errands } = inputOf(was, [
      '7x main 9 x-other hangup',
      `3x ${call(1, 'bills')}`,
    ]);
    expect(refusalOf(replay, errands)?.reason).toBe('log-does-not-fit');
    const none = inputOf(was, []);
    expect(refusalOf(none.replay, none.errands)?.reason).toBe('no-calls');
    const enough = inputOf(was, calls);
    expect(refusalOf(enough.replay, enough.errands)).toBeUndefined();
  });
});
