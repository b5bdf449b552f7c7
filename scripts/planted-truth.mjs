// How often the intervals of insights hold what was planted in simulated calls:
// `node scripts/planted-truth.mjs [--seeds 500] [--calls 1500]`. Each 95 % interval should do so in 92 to
// 98 of 100 seeds; the bound of the dead option is one-sided, and exact, so it may do so more often.
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '500' },
    calls: { type: 'string', default: '1500' },
  },
});
const jiti = createJiti(import.meta.url);
const { coverage } = await jiti.import('../test/support/planted-menu.ts');

const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
let problems = 0;
for (const [what, share] of coverage(Number(values.calls), seeds)) {
  const most = what.startsWith('bound') ? 1 : 0.98;
  const holds = share >= 0.92 && share <= most;
  if (!holds) problems += 1;
  console.log(`${(share * 100).toFixed(1)} %  ${what}${holds ? '' : '  <- not within 92 to 98 %'}`);
}
const { plantedCounts } = await jiti.import('../test/support/planted-counts.ts');
for (const { name, covered, of } of plantedCounts(seeds.length)) {
  const share = covered / of;
  const holds = share >= 0.92 && share <= 0.98;
  if (!holds) problems += 1;
  console.log(`${(share * 100).toFixed(1)} %  ${name}${holds ? '' : '  <- not within 92 to 98 %'}`);
}
if (problems > 0) process.exitCode = 1;
