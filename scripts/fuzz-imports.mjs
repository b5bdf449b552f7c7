// Tries mutations of files of every format, and of real exports where they are at hand:
// `node scripts/fuzz-imports.mjs [--runs 50000] [--seed 0]`. Tells every input that throws, takes too
// long, or becomes something that can't be read back, and shows the first of them.
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '0' },
  },
});
const jiti = createJiti(import.meta.url);
const { fuzzCorpus, fuzzInput, fuzzProblem, fuzzSamples } = await jiti.import(
  '../test/support/fuzz-imports.ts',
);

/** No input of these sizes needs as long on any machine. */
const mostMilliseconds = 5_000;

const samples = [...(await fuzzSamples()), ...fuzzCorpus()];
const first = Number(values.seed);
let slowest = 0;
let problems = 0;
for (let seed = first; seed < first + Number(values.runs); seed += 1) {
  const input = fuzzInput(samples, seed);
  const began = process.cpuUsage();
  const found = await fuzzProblem(input);
  // Time of the processor: others may share it.
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1_000;
  slowest = Math.max(slowest, took);
  const problem = found ?? (took > mostMilliseconds ? `it took ${Math.round(took)} ms` : undefined);
  if (problem === undefined) continue;
  problems += 1;
  console.error(`seed ${seed}, ${input.source.path}: ${problem}`);
  if (problems === 1) console.error(`\n${input.source.text}\n`);
}
if (problems > 0) process.exitCode = 1;
console.log(
  `${values.runs} runs from seed ${first}: ${problems} problems, the slowest took ${Math.round(slowest)} ms`,
);
