import { describe, expect, test } from '@jest/globals';
import { balanceLine as flow } from '../../../support/balance-line.ts';
import { condensedFor } from '../../../support/condensed-for.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const header =
  'appServerAddress,applicationID,level,reason,sessionID,timestamp,type,userLog,moduleIdNodeId';
const began = Date.UTC(2026, 2, 2, 8);

function entry(seconds: number, type: string, node: string, reason = '-'): string {
  return `10.0.0.5,Northwind,Info,${reason},s1,${began + seconds * 1000},${type},,${node}`;
}
const logged = (...entries: readonly string[]): string => [header, ...entries, ''].join('\n');
const greeted = [
  entry(0, 'Node Entry', 'Main:Welcome'),
  entry(3, 'Node Entry', 'Main:Main Menu', 'Main:Welcome'),
];

describe('the call flow data of Avaya', () => {
  test.each<[what: string, log: string, path: string]>([
    [
      'is served',
      logged(
        ...greeted,
        entry(9, 'Node Entry', 'Main:Look Up', 'Main:Main Menu'),
        entry(11, 'Module Exit', 'Main:Look Up', 'success'),
        entry(11, 'Node Entry', 'Main:Goodbye', 'Main:Look Up'),
        entry(13, 'Application Exit', '', 'Main:Goodbye'),
      ),
      'enter look-up, success look-up, enter goodbye, disconnect goodbye',
    ],
    [
      'hangs up in the menu',
      logged(...greeted, entry(8, 'Application Exit', '', 'hangup')),
      'hangup main-menu',
    ],
    [
      'waits in a queue',
      logged(...greeted, entry(8, 'Node Entry', 'Main:Sales', 'Main:Main Menu')),
      'enter sales, queue sales, end sales',
    ],
  ])('tells that a caller %s', async (_, log, path) => {
    expect(pathsOf(await condensedFor(flow, [log]))).toEqual([
      `start, enter welcome, enter main-menu, ${path}`,
    ]);
  });

  test('is read past what applications log for themselves', async () => {
    const log = logged(...greeted, entry(4, 'In Progress', 'Main:Main Menu'));
    const { rows, calls } = await condensedFor(flow, [log]);
    expect({ rows, calls }).toMatchObject({ rows: { read: 3, used: 3 }, calls: 1 });
  });

  test('rejects entries without a session, a moment or a node', async () => {
    const log = logged(
      ...greeted,
      entry(5, 'Node Entry', 'Main:Sales').replace(',s1,', ',,'),
      entry(5, 'Node Entry', 'Main:Sales').replace(String(began + 5000), 'noon'),
      entry(5, 'Node Entry', ''),
    );
    expect((await condensedFor(flow, [log])).rejectedBy).toEqual({
      'no block named': 1,
      'no call id': 1,
      'time not readable': 1,
    });
  });
});
