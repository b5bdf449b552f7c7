import { describe, expect, test } from '@jest/globals';
import { runInZone } from '../support/run-in-zone.ts';
import { readProjectFile } from '../support/sample-menus.ts';

describe('a call in any zone', () => {
  test('gives the same bytes wherever the process runs, over a change of clocks', async () => {
    const input = JSON.stringify({
      script: readProjectFile('menus/northwind-bank.ivr.yaml'),
      directory: readProjectFile('menus/northwind-bank.directory.yaml'),
      calls: [
        { at: 'saturday 12:59', keys: '0' },
        { at: 'tomorrow 07:59:57', keys: '8,0' },
        { at: '2026-03-08 02:30', keys: '3,digits:8' },
        { at: '2026-11-01 01:30', keys: 'silence,wrong' },
      ],
    });
    const zones = ['UTC', 'America/New_York', 'Pacific/Apia'];
    const calls: string[] = [];
    for (const zone of zones)
      calls.push(await runInZone(zone, 'walk/programs/call-menu.ts', input));
    expect(calls[0]).toContain('skip 2026-03-08 02:30');
    expect(calls[0]).toContain('called on Saturday 2026-11-28 12:59, America/New_York, in en');
    expect(new Set(calls).size).toBe(1);
  }, 60_000);
});
