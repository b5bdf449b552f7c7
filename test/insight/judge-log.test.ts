import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../src/calls/condense-logs.ts';
import { judgeLog } from '../../src/insight/judge-log.ts';
import { csvLog, logOf } from '../support/log-of.ts';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 2, 2, 8) + second * 1000).toISOString();
const whole = (call: number): readonly string[] => [
  `c${call},${at(call * 60)},start,,`,
  `c${call},${at(call * 60 + 1)},enter,main,`,
  `c${call},${at(call * 60 + 9)},hangup,main,`,
];
const calls = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, call) => whole(call)).flat();
const judged = async (rows: readonly string[], header?: string) =>
  judgeLog(await condenseLogs([logOf(csvLog(rows, header))]));

describe('the judgement on a log', () => {
  test('a log of whole calls is usable, and nothing is said', async () => {
    expect(await judged(calls(100))).toEqual({ verdict: 'yes', problems: [], gaps: [] });
  });

  test.each([
    [
      'no call at all',
      ['x'],
      'no',
      { kind: 'no-calls', severity: 'error', count: 1, of: 1, reason: 'too few fields' },
    ],
    [
      'some rows lost',
      [...calls(100), 'x', 'y'],
      'with-care',
      { kind: 'rejected-rows', severity: 'warning', count: 2, of: 302, reason: 'too few fields' },
    ],
    [
      'many rows lost',
      [...calls(10), ...calls(10).map(() => 'x')],
      'no',
      { kind: 'rejected-rows', severity: 'error', count: 30, of: 60, reason: 'too few fields' },
    ],
    [
      'a file that was given twice',
      [...calls(100), ...calls(100)],
      'with-care',
      { kind: 'duplicate-rows', severity: 'warning', count: 300, of: 600 },
    ],
    [
      'calls cut off',
      calls(100).filter((row) => !row.includes('hangup')),
      'no',
      { kind: 'unterminated-calls', severity: 'error', count: 100, of: 100 },
    ],
    [
      'calls without a start',
      calls(100).filter((row) => !row.includes('start')),
      'with-care',
      { kind: 'unstarted-calls', severity: 'warning', count: 100, of: 100 },
    ],
    [
      'an id for every row',
      calls(100).map((row, index) => `${index}${row}`),
      'no',
      { kind: 'single-rows', severity: 'error', count: 300, of: 300 },
    ],
    ['few calls', calls(3), 'yes', { kind: 'few-calls', severity: 'info', count: 3, of: 3 }],
    [
      'a clock that is off',
      [...calls(100), 'z,2031-03-02T08:00:00Z,start,,', 'z,2031-03-02T08:00:00Z,end,,'],
      'with-care',
      { kind: 'far-apart', severity: 'warning', count: 1, of: 3 },
    ],
  ] as const)('%s is told', async (_, rows, verdict, problem) => {
    const judgement = await judged(rows);
    expect(judgement.verdict).toBe(verdict);
    expect(judgement.problems).toContainEqual(problem);
  });

  test('several versions of the script are told, one is not', async () => {
    const rows = (versions: number) =>
      calls(100).map((row, index) => `${row},v${index % versions}`);
    const header = 'call,at,event,node,value,script';
    expect((await judged(rows(1), header)).problems).toEqual([]);
    expect((await judged(rows(2), header)).problems).toMatchObject([
      { kind: 'several-versions', count: 2 },
    ]);
  });
});
