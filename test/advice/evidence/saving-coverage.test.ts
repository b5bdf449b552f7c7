import { describe, expect, test } from '@jest/globals';
import { plantedEvidence, plantedSaving, savingCoverage } from '../../support/planted-saving.ts';

/** 500 for the whole proof: `SEEDS=500 npx jest saving-coverage`. */
const seeds = Number(process.env['SEEDS'] ?? 40);
/** Of so few seeds the share that holds the truth varies. */
const [least, most] = seeds >= 500 ? [0.92, 0.98] : [0.82, 1];

describe('the interval of a saving, over simulated calls', () => {
  test.each([
    ['calls that know nothing of each other', 600, 1],
    ['callers who call again for the same', 200, 4],
  ])('holds the planted truth as often as it says, for %s', (_, callers, perCaller) => {
    const share = savingCoverage(seeds, callers, perCaller);
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most);
  });

  test('would be too narrow if calls of one caller were taken for independent', () => {
    const { low, high, calls } = plantedEvidence(1, 200, 4);
    const alone = plantedEvidence(1, Math.round(calls), 1);
    expect((high - low) / (alone.high - alone.low)).toBeGreaterThan(1.5);
    expect(plantedSaving).toBeCloseTo(0.75, 12);
  });
});
