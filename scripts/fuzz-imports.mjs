// Tries mutations of files of every format: `node scripts/fuzz-imports.mjs [--runs 50000] [--seed 0]`.
// Prints the first input that throws, takes too long, or becomes something that can't be read back.
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '0' },
  },
});
const jiti = createJiti(import.meta.url);
const { fuzzInput, fuzzProblem, fuzzSamples } = await jiti.import(
  '../test/support/fuzz-imports.ts',
);

/** No input of these sizes needs as long on any machine. */
const mostMilliseconds = 5_000;

const samples = await fuzzSamples();
const others = Object.fromEntries(samples.map(({ path, text }) => [path, text]));
const first = Number(values.seed);
let slowest = 0;
for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const input = fuzzInput(samples, seed);
  const began = performance.now();
  const found = await fuzzProblem(input, others);
  const took = performance.now() - began;
  slowest = Math.max(slowest, took);
  const problem = found ?? (took > mostMilliseconds ? `it took ${Math.round(took)} ms` : undefined);
  if (problem !== undefined) {
    console.error(`seed ${seed}: ${problem}\n\n${input.text}`);
    process.exitCode = 1;
    break;
  }
}
console.log(`${values.runs} runs from seed ${first}, the slowest ${Math.round(slowest)} ms`);
