import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runInZone } from '../support/run-in-zone.ts';
import { anyCentre } from './any-centre.ts';

test('a proof is the same in whatever zone the process runs', async () => {
  const centres = fc.sample(anyCentre(true), { seed: 5, numRuns: 12 });
  const input = JSON.stringify({ centres });
  const outputs: string[] = [];
  for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])
    outputs.push(await runInZone(zone, 'prove/programs/print-proofs.ts', input));
  expect(outputs[0]).toContain('"counterExamples":[{');
  for (const output of outputs) expect(output).toBe(outputs[0]);
}, 120_000);
