import { describe, expect, test } from '@jest/globals';
import { deepWish, drawnBest, lateWish, plantedBest } from '../support/planted-edit.ts';

/** 100 for the whole proof: `SEEDS=100 npx jest planted-edit`. */
const seeds = Number(process.env['SEEDS'] ?? 5);

describe('a planted best change', () => {
  test.each([
    ['where the wish of most stands last', lateWish],
    ['where most pass a level that has little else', deepWish],
  ])('comes first for nearly all samples of callers, %s', async (_, menu) => {
    const best = await plantedBest(menu);
    expect(best.seconds).toBeGreaterThan(1);
    let [first, held] = [0, 0];
    for (let seed = 1; seed <= seeds; seed += 1) {
      const found = await drawnBest(menu, 1_000, seed);
      if (found.title !== best.title) continue;
      first += 1;
      if (found.low <= best.seconds && best.seconds <= found.high) held += 1;
    }
    expect(first).toBeGreaterThanOrEqual(Math.floor(0.95 * seeds));
    expect(held).toBeGreaterThanOrEqual(Math.floor(0.8 * first));
  });
});
