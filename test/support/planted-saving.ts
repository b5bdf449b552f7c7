import type { CallerCalls } from '../../src/calls/call-details.ts';
import { errandsOf } from '../../src/advice/errands/errands-of.ts';
import type { Evidence } from '../../src/advice/evidence/evidence.ts';
import { evidenceOf } from '../../src/advice/evidence/evidence-of.ts';
import { replayLog } from '../../src/replay/replay-log.ts';
import { randomFrom } from '../../src/walk/random.ts';
import { pathOf } from './path-of.ts';
import { flowOf } from './script-of.ts';
import { workedModel } from './worked-tree.ts';

/** What callers want, with how many of them do, and the seconds that the other order saves them. */
const wants = [
  { to: 'bills', share: 0.15, saved: -3 },
  { to: 'faults', share: 0.2, saved: -3 },
  { to: 'moves', share: 0.3, saved: -3 },
  { to: 'balance', share: 0.3, saved: 9 },
  { to: 'nothing', share: 0.05, saved: 0 },
] as const;

const menuOf = (order: readonly string[]) =>
  flowOf(`
  main:
    kind: menu
    options:
${order.map((to, index) => `      - {key: "${index + 1}", title: ${to}, say: {recording: a.wav, length: 3}, to: ${to}}`).join('\n')}
${order.map((to) => `  ${to}: {kind: queue, queue: ${to}}`).join('\n')}`);

const before = menuOf(['bills', 'faults', 'moves', 'balance']);
const after = menuOf(['balance', 'bills', 'faults', 'moves']);

/** The saving that is planted, in seconds a call. */
export const plantedSaving = wants.reduce((sum, { share, saved }) => sum + share * saved, 0);

const paths = wants.map(({ to }, index) =>
  pathOf(to === 'nothing' ? 'main hangup' : `main ${index + 1} > ${to} queue answer`),
);

/** Callers at random, each with one wish; with `perCaller` above 1 they call again and again for it. */
export function plantedEvidence(seed: number, callers: number, perCaller = 1): Evidence {
  const random = randomFrom(seed, 'planted saving');
  const counts = wants.map(() => 0);
  const calls: { caller: number; variant: number }[] = [];
  for (let caller = 0; caller < callers; caller += 1) {
    let [draw, wish] = [random.next(), 0];
    while (wish < wants.length - 1 && draw >= (wants[wish]?.share ?? 0)) {
      draw -= wants[wish]?.share ?? 0;
      wish += 1;
    }
    const times = perCaller === 1 ? 1 : 1 + random.below(2 * perCaller - 1);
    counts[wish] = (counts[wish] ?? 0) + times;
    for (let call = 0; call < times; call += 1) calls.push({ caller, variant: wish });
  }
  const variants = paths.map((steps, index) => ({
    steps,
    calls: counts[index] ?? 0,
    duration: { sum: 0, min: 0, max: 0 },
  }));
  const known: CallerCalls = {
    caller: Float64Array.from(calls, ({ caller }) => caller),
    at: Float64Array.from(calls, (_, index) => index),
    variant: Int32Array.from(calls, ({ variant }) => variant),
    ...{ withheld: 0, oneOf: 1 },
  };
  const replay = replayLog(before, { calls: calls.length, variants });
  const errands = errandsOf(before, replay, workedModel);
  const evidence = evidenceOf({
    ...{ errands, before, after, seed },
    callers: perCaller === 1 ? undefined : known,
  });
  if (evidence === undefined) throw new Error('the planted calls should reach what they want');
  return evidence;
}

/** The share of seeds whose interval holds the planted saving. */
export function savingCoverage(seeds: number, callers: number, perCaller: number): number {
  let held = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const { low, high } = plantedEvidence(seed, callers, perCaller);
    if (low <= plantedSaving && plantedSaving <= high) held += 1;
  }
  return held / seeds;
}
