import { expect, jest, test } from '@jest/globals';
import { fuzzInput, fuzzProblem, fuzzSamples } from '../support/fuzz-imports.ts';

jest.setTimeout(120_000);

const runs = 2_000;

test('broken and hostile files of every format give a script or a reason, and nothing else', async () => {
  const samples = await fuzzSamples();
  for (let seed = 0; seed < runs; seed += 1) {
    const input = fuzzInput(samples, seed);
    expect({ seed, problem: await fuzzProblem(input) }).toEqual({
      seed,
      problem: undefined,
    });
  }
});
