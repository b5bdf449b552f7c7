import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerTime } from '../../../src/advice/caller-time.ts';
import { defaultCallerTimeModel } from '../../../src/advice/caller-time-model.ts';
import { demandOf } from '../../../src/advice/demand.ts';
import { errandsOf } from '../../../src/advice/errands/errands-of.ts';
import { walkErrands } from '../../../src/advice/errands/walk-errands.ts';
import { buildCallFlow } from '../../../src/flow/build-call-flow.ts';
import { replayLog } from '../../../src/replay/replay-log.ts';
import '../../support/fixed-seed.ts';
import { randomWalks } from '../../support/random-flow.ts';

const runs = Number(process.env['RUNS'] ?? 300);

/** Calls at random over a flow of every kind of node, one a variant. */
const randomCalls = randomWalks().map(({ random: { flow }, walks }) => {
  const variants = walks.map(({ steps }, index) => ({
    steps,
    calls: index + 1,
    duration: { sum: 0, min: 0, max: 0 },
  }));
  const calls = variants.reduce((sum, variant) => sum + variant.calls, 0);
  return { flow, replay: replayLog(flow, { calls, variants }) };
});

describe('errands over the script that they come from', () => {
  test('take as long as the calls did, whatever the script and whatever callers do', () => {
    fc.assert(
      fc.property(randomCalls, ({ flow, replay }) => {
        const walked = walkErrands(flow, errandsOf(flow, replay));
        const time = callerTime(flow.script, demandOf(flow, replay), defaultCallerTimeModel);
        expect(walked.unreachable).toEqual([]);
        expect(walked.astray).toBe(0);
        expect(walked.calls).toBe(replay.calls);
        expect(walked.secondsPerCall).toBeCloseTo(time.secondsPerCall ?? NaN, 9);
        expect(walked.unknownShare).toBeCloseTo(time.unknownShare, 9);
      }),
      { numRuns: runs },
    );
  });

  test('take the same again over a copy of it', () => {
    fc.assert(
      fc.property(randomCalls, ({ flow, replay }) => {
        const errands = errandsOf(flow, replay);
        const copy = buildCallFlow(structuredClone(flow.script));
        const [own, again] = [walkErrands(flow, errands), walkErrands(copy, errands)];
        expect(again.secondsPerCall).toBe(own.secondsPerCall);
        expect(again.errands.map(({ seconds }) => seconds)).toEqual(
          own.errands.map(({ seconds }) => seconds),
        );
      }),
      { numRuns: runs },
    );
  });
});
