import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applySuggestions } from '../../../src/advice/apply-suggestion.ts';
import { arrangementSaving } from '../../../src/advice/bound/best-arrangement.ts';
import { scriptBound } from '../../../src/advice/bound/script-bound.ts';
import { errandsOf } from '../../../src/advice/errands/errands-of.ts';
import { walkErrands } from '../../../src/advice/errands/walk-errands.ts';
import { defaultCallerTimeModel } from '../../../src/advice/caller-time-model.ts';
import { suggest } from '../../../src/advice/suggest.ts';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { replayLog } from '../../../src/replay/replay-log.ts';
import { randomFrom } from '../../../src/walk/random.ts';
import { arrangedMenu, callsTo, randomStuff, randomTree } from '../../support/arranged-menu.ts';
import '../../support/fixed-seed.ts';
import { randomWalks } from '../../support/random-flow.ts';

const runs = Number(process.env['RUNS'] ?? 60);
/** Changes that only arrange: they leave words, waits and questions as they are. */
const arranging = new Set(['reorder', 'promote', 'move', 'duplicate', 'flatten', 'group', 'merge']);

describe('the bound of a script', () => {
  test('is below the script and every other arrangement of its options, whoever calls', () => {
    let [closest, compared] = [Infinity, 0];
    for (let seed = 1; seed <= runs; seed += 1) {
      const random = randomFrom(seed, 'arranged');
      const stuff = randomStuff(random);
      const leaves = stuff.labels.map((_, leaf) => leaf);
      const today = randomTree(random, leaves);
      const flow = arrangedMenu(stuff, today);
      const errands = errandsOf(flow, callsTo(flow, stuff, today, random));
      const model = {
        ...defaultCallerTimeModel,
        fullListenShare: [0, 0, 0.3][random.below(3)] ?? 0,
      };
      const walked = walkErrands(flow, errands, model);
      const bound = scriptBound(errands, walked);
      if (bound === undefined || walked.secondsPerCall === undefined) continue;
      expect(bound.calls).toBe(walked.calls);
      const saving = arrangementSaving(errands, walked, { width: 9, depth: 3 });
      expect(saving).toBeGreaterThanOrEqual(0);
      expect(walked.secondsPerCall - saving).toBeGreaterThanOrEqual(bound.secondsPerCall - 1e-9);
      for (let other = 0; other < 12; other += 1) {
        const tree = other === 0 ? today : randomTree(random, leaves);
        const next = walkErrands(arrangedMenu(stuff, tree), errands, model);
        if (next.calls < walked.calls || next.secondsPerCall === undefined) continue;
        compared += 1;
        closest = Math.min(closest, next.secondsPerCall / bound.secondsPerCall);
        expect({ seed, tree, isBelow: bound.secondsPerCall <= next.secondsPerCall + 1e-9 }).toEqual(
          {
            ...{ seed, tree, isBelow: true },
          },
        );
      }
    }
    // It is worth something: some arrangement comes close to it.
    expect(compared).toBeGreaterThan(runs * 5);
    expect(closest).toBeLessThan(1.15);
  });

  test('is below what is suggested for random scripts, after each change that arranges options', async () => {
    await fc.assert(
      fc.asyncProperty(randomWalks(), async ({ random: { flow }, walks }) => {
        const variants = walks.map(({ steps }, index) => ({
          steps,
          calls: 10 * (index + 1),
          duration: { sum: 0, min: 0, max: 0 },
        }));
        const calls = variants.reduce((sum, variant) => sum + variant.calls, 0);
        const replay = replayLog(flow, { calls, variants });
        const errands = errandsOf(flow, replay);
        const walked = walkErrands(flow, errands);
        const bound = scriptBound(errands, walked);
        if (bound === undefined) return;
        expect(bound.secondsPerCall).toBeLessThanOrEqual((walked.secondsPerCall ?? 0) + 1e-9);
        const { suggestions } = await suggest(flow, replay);
        for (const [index, { kind }] of suggestions.entries()) {
          if (!arranging.has(kind)) return;
          const script = applySuggestions(flow.script, suggestions.slice(0, index + 1));
          const next = walkErrands(buildCallFlow(script), errands);
          if (next.calls < walked.calls) return;
          expect(bound.secondsPerCall).toBeLessThanOrEqual((next.secondsPerCall ?? 0) + 1e-9);
        }
      }),
      { numRuns: runs },
    );
  });

  test('is below every number that is printed beside it', async () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= Math.min(runs, 12); seed += 1) {
      const random = randomFrom(seed, 'printed');
      const stuff = randomStuff(random);
      const today = randomTree(
        random,
        stuff.labels.map((_, leaf) => leaf),
      );
      const flow = arrangedMenu(stuff, today);
      const replay = callsTo(flow, stuff, today, random);
      const advice = await suggest(flow, replay, { limits: { width: 9, depth: 3 } });
      const { bound, current, after, secondsAfter = [], bestFound } = advice;
      if (bound === undefined) continue;
      for (const { kind } of advice.suggestions) kinds.add(kind);
      const printed = [current.secondsPerCall, after.secondsPerCall, bestFound, ...secondsAfter];
      for (const seconds of printed) {
        expect(seconds ?? Infinity).toBeGreaterThanOrEqual(bound.secondsPerCall - 1e-9);
      }
    }
    expect(kinds.size).toBeGreaterThan(1);
  });

  test('is nothing without calls', () => {
    const stuff = randomStuff(randomFrom(1, 'none'));
    const flow = arrangedMenu(stuff, [0, 1, 2]);
    const errands = errandsOf(flow, replayLog(flow, { calls: 0, variants: [] }));
    expect(scriptBound(errands, walkErrands(flow, errands))).toBeUndefined();
  });
});
