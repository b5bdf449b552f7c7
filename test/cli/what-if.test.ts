import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const menu = join(projectFolder, 'menus/northwind-bank.ivr.yaml');
const log = join(projectFolder, 'sample-logs/northwind-bank.csv');

describe('ivr replay --as', () => {
  test('finds no difference over the menu that the calls were made over', async () => {
    const { stdout, code } = await runIvr([
      'replay',
      menu,
      '--as',
      menu,
      '--log',
      log,
      '--format',
      'json',
    ]);
    const found = JSON.parse(stdout) as Record<string, unknown>;
    expect(code).toBe(0);
    expect(found).toMatchObject({
      ...{ schemaVersion: 1, script: 'northwind-main', as: 'northwind-main', calls: 3000 },
      ...{ refused: null, unreachable: [], astray: 0 },
      saving: {
        ...{ seconds: 0, low: 0, high: 0, better: 0, worse: 0, unchanged: 1, worstHit: null },
        ...{ keys: { calls: 0, changes: [] }, verdict: null },
      },
    });
  });

  test('concludes nothing for a log of another menu', async () => {
    const other = join(projectFolder, 'menus/harbour-clinic.ivr.yaml');
    const { stdout } = await runIvr(['replay', menu, '--as', other, '--log', log]);
    expect(stdout).toContain('the log seems to come from another version');
    expect(stdout).toContain('There is no result for the proposed menu.');
  });

  test('takes two menus and no versions', async () => {
    const { stderr, code } = await runIvr([
      ...['replay', menu, '--as', menu, '--script', menu, '--log', log],
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--as compares two menus');
  });
});
