import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { nodeNamesOf, noNames } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf, nothingKnown } from '../../../../src/calls/kept-value.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { flowOf } from '../../../support/script-of.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const began = Date.UTC(2026, 2, 2, 14, 0, 0);
const session = (start = began): string => `10.86.142.40.${start}.7.Northwind`;

/** A line, so many seconds after the session began; the server stands six hours behind. */
function line(seconds: number, rest: string, { start = began, day = '03/02/2026' } = {}): string {
  const clock = new Date(start + seconds * 1000 - 6 * 3_600_000).toISOString().slice(11, 23);
  return `${session(start)},${day} ${clock},${rest}`;
}

const script = `  welcome: {kind: announcement, say: Welcome., to: main-menu}
  main-menu:
    kind: menu
    say: Main menu.
    options:
      - {key: '1', say: 'For your balance, press 1.', to: account}
      - {key: '2', say: 'For sales, press 2.', to: sales}
  account: {kind: collect, say: Enter your account number., digits: {min: 6, max: 10}, to: look-up}
  look-up: {kind: task, say: One moment., task: balance, success: goodbye, failure: sales}
  goodbye: {kind: hangup, say: Goodbye.}
  sales: {kind: queue, queue: sales}
`;

const begins = [
  line(0, ',start,newcall,'),
  line(0, ',start,ani,4155550142'),
  line(0, ',start,dnis,8005550100'),
  line(0, ',start,parameter,callid=064CD880000100000000025308C6C90A'),
  line(0, 'Welcome,enter,'),
  line(0, 'Welcome,interaction,audio_group,initial_audio_group'),
  line(3, 'Welcome,exit,done'),
  line(3, 'Is Open,enter,'),
  line(3, 'Is Open,exit,yes'),
  line(3, 'Main Menu,enter,'),
  line(3, 'Main Menu,interaction,audio_group,initial_audio_group'),
];
const presses = (key: string): readonly string[] => [
  line(9, `Main Menu,interaction,utterance,${key}`),
  line(9, 'Main Menu,interaction,inputmode,dtmf'),
  line(9, 'Main Menu,interaction,interpretation,option'),
  line(9.2, 'Main Menu,data,value,balance'),
  line(9.2, `Main Menu,exit,option${key}`),
];

async function condensed(lines: readonly string[], flow?: CallFlow): Promise<CondensedLog> {
  const names = flow === undefined ? noNames : nodeNamesOf(flow);
  const known = flow === undefined ? nothingKnown : knownValuesOf(flow);
  return condenseLogs([logOf([...lines, ''].join('\n'), 'activity_log2026-03-02.txt', 83)], known, {
    reading: { names },
  });
}

const toMenu = 'start other, enter welcome, enter main-menu';

describe('the activity log of Cisco CVP', () => {
  test.each<[what: string, lines: readonly string[], path: string]>([
    ['hangs up in the menu', [line(8, ',end,how,hangup')], 'hangup main-menu'],
    [
      'says nothing, then what the menu has not, and is cut off',
      [
        line(8, 'Main Menu,interaction,noinput,1'),
        line(15, 'Main Menu,interaction,nomatch,1'),
        line(15, 'Main Menu,exit,max_nomatch'),
        line(15, ',end,how,disconnect'),
      ],
      'noinput main-menu, nomatch main-menu, disconnect main-menu',
    ],
    [
      'enters digits that are not kept, and is served',
      [
        ...presses('1'),
        line(9.2, 'Account,enter,'),
        line(9.2, 'Account,interaction,audio_group,initial_audio_group'),
        line(16, 'Account,interaction,utterance,1 2 3 4 5 6'),
        line(16, 'Account,exit,done'),
        line(16, 'Look Up,enter,'),
        line(17, 'Look Up,exit,done'),
        line(17, 'Goodbye,enter,'),
        line(17, 'Goodbye,interaction,audio_group,initial_audio_group'),
        line(19, 'Goodbye,exit,'),
        line(19, ',end,how,disconnect'),
        line(19, ',end,result,normal'),
        line(19, ',end,duration,19'),
      ],
      'input main-menu 1, enter account, input account, enter look-up, success look-up, enter goodbye, disconnect goodbye',
    ],
    [
      'is handed back to the router, to wait',
      [
        ...presses('2'),
        line(9.2, 'Sales,enter,'),
        line(9.3, 'Sales,exit,'),
        line(9.3, ',end,how,app_session_complete'),
      ],
      'input main-menu 2, enter sales, end sales',
    ],
    ['is in the menu when the log ends', [], 'end main-menu'],
  ])('tells that a caller %s', async (_, lines, path) => {
    const log = await condensed([...begins, ...lines], flowOf(script));
    expect(pathsOf(log)).toEqual([`${toMenu}, ${path}`]);
    expect(log.rows).toMatchObject({ rejected: 0, read: begins.length + lines.length });
  });

  test('tells an element that the script lacks, if callers hear it', async () => {
    const lines = [
      line(9, 'New Offer,enter,'),
      line(9, 'New Offer,interaction,audio_group,initial_audio_group'),
      line(20, ',end,how,hangup'),
    ];
    expect(pathsOf(await condensed([...begins, ...lines], flowOf(script)))).toEqual([
      `${toMenu}, enter New Offer, hangup New Offer`,
    ]);
  });

  test('finds the zone of the server by the moment in the id of the session', async () => {
    const log = await condensed([...begins, line(8, ',end,how,hangup')], flowOf(script));
    expect(log.window).toEqual({ from: began, to: began + 8000 });
  });

  test('tells days from months by that moment, too', async () => {
    const european = { day: '02/03/2026' };
    const log = await condensed([
      line(0, ',start,newcall,', european),
      line(0, 'Welcome,enter,', european),
      line(8, ',end,how,hangup', european),
    ]);
    expect(log.window).toEqual({ from: began, to: began + 8000 });
  });

  test('rejects lines whose moment can not be known, and lines of other logs', async () => {
    const log = await condensed([
      ...begins,
      '10.86.142.40.abc.Northwind,03/02/2026 08:00:05.000,Welcome,enter,',
      line(5, 'Welcome,exit,done', { day: '05/06/2026' }),
      'java.lang.NullPointerException: at Welcome',
      line(8, ',end,how,hangup'),
    ]);
    expect(log.rejectedBy).toEqual({
      'not a record of this log': 1,
      'time not readable': 1,
      'time without offset': 1,
    });
  });
});
