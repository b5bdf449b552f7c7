import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const probe = new URL('./probe.mjs', import.meta.url).href;

/** Runs `node <args>` once and returns what the process itself used: CPU seconds, peak MB, and the
 * seconds that passed. A command that ends with a code above 1 has failed. */
function runOnce(args) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--import', probe, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    let report = '';
    let complaint = '';
    child.stdio[2].setEncoding('utf8').on('data', (text) => (complaint += text));
    child.stdio[3].setEncoding('utf8').on('data', (text) => (report += text));
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = (performance.now() - began) / 1000;
      if (report === '' || code > 1)
        reject(new Error(`node ${args.join(' ')} ended with ${code}\n${complaint}`));
      else resolve({ ...JSON.parse(report), seconds });
    });
  });
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Runs several commands in turns, so that a machine that slows down slows all of them, and returns
 * the median of each. With more than one turn there is one before that warms the disk and doesn't
 * count.
 */
export async function measureInTurns(commands, turns = 7) {
  const results = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let turn = turns > 1 ? 0 : 1; turn <= turns; turn += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const result = await runOnce(args);
      if (turn > 0) results.get(name).push(result);
    }
  }
  return Object.fromEntries(
    [...results].map(([name, runs]) => [
      name,
      Object.fromEntries(
        ['cpu', 'megabytes', 'seconds'].map((part) => [part, median(runs.map((run) => run[part]))]),
      ),
    ]),
  );
}

/** Prints rows of measurements with their ratio to a named baseline. */
export function printTable(title, results, baseline) {
  console.log(`\n${title} (median; ratio of CPU to "${baseline}")`);
  const width = Math.max(...Object.keys(results).map((name) => name.length));
  for (const [name, { cpu, megabytes, seconds }] of Object.entries(results)) {
    const ratio = (cpu / results[baseline].cpu).toFixed(1);
    console.log(
      `  ${name.padEnd(width)}  ${cpu.toFixed(2).padStart(6)} s CPU  ${ratio.padStart(6)}x  ${megabytes.toFixed(0).padStart(5)} MB  ${seconds.toFixed(2).padStart(6)} s passed`,
    );
  }
}

/** Prints a goal and whether it was reached. */
export function printGoal(goal, is, isReached) {
  console.log(`  goal: ${goal}: ${is}, ${isReached ? 'reached' : 'MISSED'}`);
}
