import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const probe = new URL('./probe.mjs', import.meta.url).href;

/** Runs `node <args>` once and returns what the process itself used: CPU seconds and peak MB. */
function runOnce(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', probe, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let report = '';
    child.stdio[3].setEncoding('utf8').on('data', (text) => (report += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (report === '')
        reject(new Error(`node ${args.join(' ')} ended with ${code} and told nothing`));
      else resolve(JSON.parse(report));
    });
  });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Runs several commands in turns, so that a machine that slows down slows all of them, and returns
 * the median of each. The first turn warms the disk and doesn't count.
 */
export async function measureInTurns(commands, turns = 7) {
  const results = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const result = await runOnce(args);
      if (turn > 0) results.get(name).push(result);
    }
  }
  return Object.fromEntries(
    [...results].map(([name, runs]) => [
      name,
      {
        cpu: median(runs.map((run) => run.cpu)),
        megabytes: median(runs.map((run) => run.megabytes)),
      },
    ]),
  );
}

/** Prints rows of measurements with their ratio to a named baseline. */
export function printTable(title, results, baseline) {
  console.log(`\n${title} (median; ratio to "${baseline}")`);
  const width = Math.max(...Object.keys(results).map((name) => name.length));
  for (const [name, { cpu, megabytes }] of Object.entries(results)) {
    const ratio = (cpu / results[baseline].cpu).toFixed(1);
    console.log(
      `  ${name.padEnd(width)}  ${cpu.toFixed(2).padStart(6)} s CPU  ${ratio.padStart(5)}x  ${megabytes.toFixed(0).padStart(5)} MB`,
    );
  }
}
