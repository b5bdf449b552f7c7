import { describe, expect, test } from '@jest/globals';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const menu = 'menus/northwind-bank.ivr.yaml';
const log = 'sample-logs/northwind-bank.csv';
const url = 'http://ann:hunter2@127.0.0.1:9';

describe('calls that lie in a table', () => {
  test.each([
    ['neither logs nor a table', ['replay', menu], 'There are no calls.'],
    ['logs and a table', ['suggest', menu, '--log', log, '--table', 'x'], 'either in logs or'],
    ['a table without a server', ['analyze', menu, '--table', 'x'], '--url is missing'],
    [
      'a server without a table',
      ['replay', menu, '--engine', 'clickhouse', '--url', url],
      'together',
    ],
    ['another engine', ['replay', menu, '--engine', 'stream', '--table', 'x'], 'together'],
    ['a drawing of no table', ['draw', menu, '--engine', 'clickhouse'], 'together'],
    ['a timeout of no length', ['replay', menu, '--table', 'x', '--timeout', '0'], 'whole seconds'],
    [
      'a zone for the times of a table',
      ['replay', menu, '--table', 'x', '--url', url, '--log-zone', 'UTC'],
      'in the zone of --log-zone',
    ],
    [
      'several mappings of a table',
      ['replay', menu, '--table', 'x', '--url', url, '--map', 'a.yaml', 'b.yaml'],
      'read by one mapping',
    ],
    [
      'a zone that there is not, for a table with a mapping',
      ['replay', menu, '--table', 'x', '--url', url, '--map', 'a.yaml', '--log-zone', 'Mars/Base'],
      'There is no time zone',
    ],
    [
      'a column that is none',
      ['calls', 'check', '--table', 'x', '--url', url, '--columns', 'a=b'],
      '--columns says',
    ],
  ])('%s is wrong usage', async (_, args, message) => {
    const { code, stderr } = await runIvr(args, { cwd: projectFolder });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(message) });
    expect(stderr).not.toContain('hunter2');
  });

  test('a server that is not there is told by its name, without who asked', async () => {
    const args = ['calls', 'load', log, '--table', 'x', '--url', url];
    const { code, stderr } = await runIvr(args, { cwd: projectFolder });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^error: http:\/\/127\.0\.0\.1:9 gave no complete answer: /);
    expect(stderr).not.toContain('hunter2');
  });
});
