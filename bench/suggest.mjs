// What to change in menus of 100 and 1,000 steps, beside a replay of the same log, which reads as much.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { menuText } from './generate-menus.mjs';
import { measureInTurns, printTable } from './measure.mjs';

const ivr = 'dist/cli/main.js';

/** How long suggestions take by the steps of a menu: ten times the steps should not be a hundred times. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
  try {
    for (const [steps, turns] of [
      [100, 3],
      [1000, 1],
    ]) {
      const [menu, log] = ['menu.ivr.yaml', 'calls.csv'].map((name) => join(folder, name));
      writeFileSync(menu, menuText(3, steps));
      await measureInTurns(
        { log: [ivr, 'simulate', menu, '--calls', '3000', '--seed', '3', '-o', log] },
        1,
      );
      const replay = 'ivr replay';
      const results = await measureInTurns(
        {
          [replay]: [ivr, 'replay', menu, '--log', log],
          'ivr suggest': [ivr, 'suggest', menu, '--log', log],
        },
        turns,
      );
      printTable(`Suggestions for ${steps} steps, 3,000 calls`, results, replay);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
