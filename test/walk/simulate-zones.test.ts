import { describe, expect, test } from '@jest/globals';
import { runInZone } from '../support/run-in-zone.ts';
import { readProjectFile } from '../support/sample-menus.ts';

describe('a simulation in any zone', () => {
  test('gives the same bytes wherever the process runs, over a change of clocks', async () => {
    const input = JSON.stringify({
      script: readProjectFile('menus/northwind-bank.ivr.yaml'),
      directory: readProjectFile('menus/northwind-bank.directory.yaml'),
      options: { calls: 200, seed: 4, from: '2026-03-06', to: '2026-03-11' },
    });
    const zones = ['UTC', 'America/New_York', 'Pacific/Apia'];
    const logs: string[] = [];
    for (const zone of zones)
      logs.push(await runInZone(zone, 'walk/programs/simulate-log.ts', input));
    expect(logs[0]?.split('\n').length).toBeGreaterThan(1000);
    expect(new Set(logs).size).toBe(1);
  }, 60_000);
});
