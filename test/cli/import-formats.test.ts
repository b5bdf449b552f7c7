import { expect, test } from '@jest/globals';
import { importedTitles } from '../../src/import/importers.ts';
import { runIvr } from '../support/run-ivr.ts';

test('the help of ivr import names every format that menus can be in', async () => {
  const { stdout } = await runIvr(['import', '--help']);
  for (const title of importedTitles) expect(stdout).toContain(title);
});
