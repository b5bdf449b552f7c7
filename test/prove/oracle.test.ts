import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agree } from './agree.ts';
import { anyCentre } from './any-centre.ts';

const runs = Number(process.env['ORACLE_RUNS'] ?? 8);

test('the prover and a walk of every minute agree, on scripts that go round', async () => {
  await fc.assert(
    fc.asyncProperty(anyCentre(true), async (centre) => {
      expect(await agree(centre, false)).toEqual([]);
    }),
    { numRuns: runs },
  );
}, 600_000);

test('they agree on callers who come too late, on scripts that only lead on', async () => {
  await fc.assert(
    fc.asyncProperty(anyCentre(false, 4), async (centre) => {
      expect(await agree(centre, true)).toEqual([]);
    }),
    { numRuns: runs },
  );
}, 600_000);
