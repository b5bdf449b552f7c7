import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { centre } from './centre.mjs';
import { measureInTurns, printGoal, printTable } from './measure.mjs';

const bare = 'node -e 0';
const horizon = ['--from', '2026-12-01', '--to', '2027-12-01'];

function commandFor(folder, nodes, calendars) {
  const { script, directory } = centre(nodes, calendars);
  const place = join(folder, `${nodes}-${calendars}`);
  mkdirSync(place);
  writeFileSync(join(place, 'centre.directory.json'), JSON.stringify(directory));
  const file = join(place, 'centre.ivr.json');
  writeFileSync(file, JSON.stringify(script));
  return ['dist/cli/main.js', 'prove', file, ...horizon];
}

/** How long proofs over a year take, and how that grows with the script. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
  try {
    const sizes = [100, 1_000, 10_000];
    const name = (nodes) => `ivr prove, ${nodes} nodes, 40 calendars`;
    const commands = Object.fromEntries(
      sizes.map((nodes) => [name(nodes), commandFor(folder, nodes, 40)]),
    );
    const results = await measureInTurns({ [bare]: ['-e', '0'], ...commands }, 1);
    printTable('Proofs over a year', results, bare);
    const { cpu, megabytes } = results[name(1_000)];
    printGoal(
      '1,000 nodes and 40 calendars under 5 s of CPU and 500 MB',
      `${cpu.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
      cpu < 5 && megabytes < 500,
    );
    const [small, middle, large] = sizes.map((nodes) => results[name(nodes)].cpu);
    const growth = (large - middle) / (middle - small);
    printGoal(
      'linear: the step to ten times the nodes costs ten times the step before, 15 at most',
      `${growth.toFixed(1)} times`,
      growth < 15,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
