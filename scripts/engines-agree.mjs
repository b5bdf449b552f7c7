// Condenses a generated log by every reader and engine, in order, shuffled, with rows sent twice and
// broken ones, and holds the results to a naive count: `node scripts/engines-agree.mjs [--events
// 1000000]`. Tells where they differ. The tests do the same with few rows; DuckDB joins in where it is
// installed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';
import { generateLog } from '../bench/generate-log.mjs';

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } });
const jiti = createJiti(import.meta.url);
const { agreement, rowsIn } = await jiti.import('../test/support/agreement.ts');
const { loadEngine } = await jiti.import('../src/calls/load-engine.ts');
const duckdb = await import('@duckdb/node-api').then(
  () => loadEngine('duckdb'),
  () => undefined,
);
if (duckdb === undefined) console.log('DuckDB is not installed, and stays out.');

const folder = mkdtempSync(join(tmpdir(), 'ivrkit-agreement-'));
try {
  const file = join(folder, 'generated.csv');
  generateLog(Number(values.events), file);
  const engines = duckdb === undefined ? [] : [duckdb];
  for await (const { name, difference } of agreement(rowsIn(file), folder, engines)) {
    console.log(`${difference === undefined ? 'agrees' : 'DIFFERS'}  ${name}`);
    if (difference === undefined) continue;
    console.error(`  ${difference}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
