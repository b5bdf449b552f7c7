import { execFileSync } from 'node:child_process';
import { measureInTurns, printGoal, printTable, root } from './measure.mjs';

const once = 'bench/optimise-once.mjs';
const menus = 4;

/** How long the best menu for a table of reasons takes to find, and how near it is to the bound. */
export async function run() {
  const sizes = [14, 20, 40, 60];
  const name = (size) => `${menus} menus of ${size} reasons`;
  const commands = Object.fromEntries([
    ['none', [once, '20', '0']],
    ...sizes.map((size) => [name(size), [once, String(size), String(menus)]]),
  ]);
  const results = await measureInTurns(commands, 3);
  printTable('The best menus', results, name(20));
  for (const size of sizes.slice(1)) {
    const cpu = (results[name(size)].cpu - results.none.cpu) / menus;
    const above = Number(
      execFileSync(process.execPath, [once, String(size), String(menus)], { cwd: root }),
    );
    printGoal(
      `${size} reasons under 1 s of CPU and 3 % above the bound on average`,
      `${cpu.toFixed(2)} s, ${above.toFixed(1)} %`,
      cpu < 1 && above < 3,
    );
  }
}
