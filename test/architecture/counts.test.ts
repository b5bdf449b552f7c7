import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/run-ivr.ts';

/** What logs have thousands of, behind a count that is written as it is. A limit of ours is no count. */
const bare =
  /\$\{(?!(?:fewest|most|least|shortest)[A-Z])[\w.]+\} (?:more |of the )?(?:calls|callers|presses|rows|visits|events|findings|reasons)\b/g;

test('counts of what logs have thousands of are written with commas, by plural() or grouped()', () => {
  const src = join(projectFolder, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      return [...text.matchAll(bare)].map(([count]) => `${file}: ${count}`);
    });
  expect(found).toEqual([]);
});
