import { measureInTurns, printGoal, printTable } from './measure.mjs';

const once = 'bench/insights-once.mjs';

/** How long replay and all insights take, and how that grows with the paths of a log. */
export async function run() {
  const sizes = [25_000, 50_000, 100_000];
  const made = (paths) => `making ${paths} paths`;
  const told = (paths) => `and telling all of ${paths}`;
  const commands = Object.fromEntries(
    sizes.flatMap((paths) => [
      [made(paths), [once, String(paths), 'make']],
      [told(paths), [once, String(paths)]],
    ]),
  );
  const results = await measureInTurns(commands, 3);
  printTable('Replay and all insights', results, made(sizes[0]));
  const [small, middle, large] = sizes.map(
    (paths) => results[told(paths)].cpu - results[made(paths)].cpu,
  );
  const { megabytes } = results[told(100_000)];
  printGoal(
    '100,000 paths under 3 s of CPU and 600 MB',
    `${large.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    large < 3 && megabytes < 600,
  );
  const growth = (large - middle) / (middle - small);
  printGoal(
    'linear: the second step, twice as many paths as the first, costs twice as much, 3 times at most',
    `${growth.toFixed(1)} times`,
    growth < 3,
  );
}
