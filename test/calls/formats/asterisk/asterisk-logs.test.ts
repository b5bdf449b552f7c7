import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { nodeNamesOf, noNames } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf, nothingKnown } from '../../../../src/calls/kept-value.ts';
import { buildCallFlow } from '../../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { replayLog } from '../../../../src/replay/replay-log.ts';
import { importOf } from '../../../support/import-of.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const dialplan = `[from-trunk]
exten => 5550100,1,Answer()
 same => n,Playback(welcome)
 same => n,Goto(main,s,1)

[main]
include => anywhere
exten => s,1,Background(main-menu)
 same => n,WaitExten(5)
exten => 1,1,Goto(sales,s,1)
exten => 2,1,Playback(opening-hours)
 same => n,Hangup()
exten => _3XX,1,Dial(PJSIP/\${EXTEN},20)
 same => n,VoiceMail(\${EXTEN}@default)
exten => t,1,Goto(main,s,1)
exten => i,1,Playback(sorry)
 same => n,Goto(main,s,1)

[anywhere]
exten => 0,1,Dial(PJSIP/reception,30)
 same => n,Hangup()

[sales]
exten => s,1,Queue(sales,,,,120)
 same => n,VoiceMail(400@default)
 same => n,Hangup()
`;

async function mainLine(): Promise<CallFlow> {
  const { script } = await importOf({ 'extensions.conf': dialplan });
  return buildCallFlow(script);
}

const began = 1_772_438_400;
const call = `${began}.12`;

interface Row {
  readonly context?: string;
  readonly exten?: string;
  readonly app?: string;
  readonly data?: string;
  readonly id?: string;
  readonly linked?: string;
  readonly extra?: string;
}

const header =
  'id,eventtype,eventtime,cid_num,exten,context,channame,appname,appdata,uniqueid,linkedid,extra';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A row of the table `cel`, so many seconds after the call began. */
function cel(seconds: number, type: string, row: Row = {}): string {
  const { context = '', exten = '', app = '', data = '', id = call, linked = call } = row;
  const channel = id === call ? 'PJSIP/trunk-01' : 'PJSIP/agent-02';
  const fields = [
    ...['7', type, String(began + seconds), '+15550142', exten, context, channel, app, data, id],
    ...[linked, row.extra ?? ''],
  ];
  return fields.map(quoted).join(',');
}

const starts = (seconds: number, place: string, app: string, data = ''): string => {
  const [context = '', exten = ''] = place.split(',');
  return cel(seconds, 'APP_START', { context, exten, app, data });
};
const endedBy = (source: string): string =>
  JSON.stringify({ hangupcause: 16, hangupsource: source, dialstatus: '' });
const ends = (seconds: number, extra = endedBy('PJSIP/trunk-01')): string =>
  cel(seconds, 'HANGUP', { extra });

const greeted = [
  cel(0, 'CHAN_START', { context: 'from-trunk', exten: '5550100' }),
  starts(0, 'from-trunk,5550100', 'Answer'),
  starts(0.2, 'from-trunk,5550100', 'Playback', 'welcome'),
  starts(3.5, 'main,s', 'BackGround', 'main-menu'),
];
const tableOf = (rows: readonly string[]): string => [header, ...rows, ''].join('\n');

async function condensed(logs: readonly string[], flow?: CallFlow): Promise<CondensedLog> {
  const names = flow === undefined ? noNames : nodeNamesOf(flow);
  const known = flow === undefined ? nothingKnown : knownValuesOf(flow);
  return condenseLogs(
    logs.map((text, index) => logOf(text, `log-${index}`, 61)),
    known,
    { reading: { names } },
  );
}

const toMenu = 'start 5550100, enter say-welcome, enter main';

describe('the channel event log of Asterisk', () => {
  test.each<[what: string, rows: readonly string[], path: string]>([
    ['hangs up in the menu', [...greeted, ends(9)], `${toMenu}, hangup main`],
    [
      'presses a key and hears the hours, after which the system hangs up',
      [
        ...greeted,
        starts(6, 'main,s', 'WaitExten', '5'),
        starts(8, 'main,2', 'Playback', 'opening-hours'),
        starts(14, 'main,2', 'Hangup'),
        ends(14, endedBy('dialplan/builtin')),
      ],
      `${toMenu}, input main 2, enter say-opening-hours, enter hang-up, disconnect hang-up`,
    ],
    [
      'says nothing, presses a key that there is not, and hangs up',
      [
        ...greeted,
        starts(6, 'main,s', 'WaitExten', '5'),
        starts(11, 'main,t', 'Goto', 'main,s,1'),
        starts(11, 'main,s', 'BackGround', 'main-menu'),
        starts(15, 'main,i', 'Playback', 'sorry'),
        starts(17, 'main,s', 'BackGround', 'main-menu'),
        ends(18),
      ],
      `${toMenu}, noinput main, enter main, nomatch main, enter say-sorry, enter main, hangup main`,
    ],
    [
      'waits in a queue, and gives up',
      [
        ...greeted,
        starts(8, 'main,1', 'Goto', 'sales,s,1'),
        starts(8, 'sales,s', 'Queue', 'sales,,,,120'),
        ends(60),
      ],
      `${toMenu}, input main 1, enter queue-sales, queue queue-sales sales, abandon queue-sales`,
    ],
    [
      'waits in a queue until a person answers, who hangs up at last',
      [
        ...greeted,
        starts(8, 'main,1', 'Goto', 'sales,s,1'),
        starts(8, 'sales,s', 'Queue', 'sales,,,,120'),
        cel(40, 'ANSWER', { id: '1772438440.13' }),
        cel(41, 'BRIDGE_ENTER', { context: 'sales', exten: 's', app: 'Queue' }),
        ends(100, endedBy('PJSIP/agent-02')),
      ],
      `${toMenu}, input main 1, enter queue-sales, queue queue-sales sales, answer queue-sales, disconnect queue-sales`,
    ],
    [
      'presses a key of an included context, and is put through',
      [
        ...greeted,
        starts(8, 'main,0', 'Dial', 'PJSIP/reception,30'),
        cel(12, 'BRIDGE_ENTER', { context: 'main', exten: '0', app: 'Dial' }),
        ends(50),
      ],
      `${toMenu}, input main 0, enter dial-anywhere-0, transfer dial-anywhere-0, hangup dial-anywhere-0`,
    ],
  ])('tells that a caller %s', async (_, rows, path) => {
    expect(pathsOf(await condensed([tableOf(rows)], await mainLine()))).toEqual([path]);
  });

  test('is read from Master.csv, which has no header', async () => {
    const line = (seconds: number, type: string, app = '', place = ',', extra = ''): string => {
      const [context = '', exten = ''] = place.split(',');
      const fields = [type, `${began + seconds}.000000`, '', '+15550142', '', '', '5550100', exten];
      const more = [context, 'PJSIP/trunk-01', app, '', 'DOCUMENTATION', '', call, call, '', ''];
      return [...fields, ...more, '', extra].map(quoted).join(',');
    };
    const rows = [
      line(0, 'CHAN_START', '', 'from-trunk,5550100'),
      line(0, 'APP_START', 'Playback', 'from-trunk,5550100'),
      line(3, 'APP_START', 'BackGround', 'main,s'),
      line(9, 'HANGUP', '', 'main,s', endedBy('PJSIP/trunk-01')),
      line(9, 'LINKEDID_END'),
      '',
    ];
    const log = await condensed([rows.join('\n')], await mainLine());
    expect(pathsOf(log)).toEqual([`${toMenu}, hangup main`]);
    expect(log.rows).toMatchObject({ read: 5, used: 5, rejected: 0 });
  });

  test('tells callers from people, trunks and what Asterisk does behind a hang-up', async () => {
    const rows = [
      ...greeted,
      cel(5, 'CHAN_START', { id: '1772438405.13', exten: 's', context: 'from-internal' }),
      cel(6, 'APP_START', { id: '1772438405.13', app: 'AppDial', context: 'main', exten: '1' }),
      ends(9),
      starts(9, 'main,h', 'System', 'mail'),
      cel(9, 'LINKEDID_END'),
    ];
    expect(pathsOf(await condensed([tableOf(rows)], await mainLine()))).toEqual([
      `${toMenu}, hangup main`,
    ]);
  });

  test('leaves a key that the menu has not under the name it has in the dialplan', async () => {
    const rows = [...greeted, starts(8, 'main,7', 'Playback', 'new-offer'), ends(12)];
    expect(pathsOf(await condensed([tableOf(rows)], await mainLine()))).toEqual([
      `${toMenu}, input main 7, enter main,7, hangup main,7`,
    ]);
  });

  test('passes over contexts that the script does not hold', async () => {
    const rows = [
      ...greeted,
      starts(8, 'macro-blacklist,s', 'Playback', 'one-moment'),
      starts(9, 'main,2', 'Playback', 'opening-hours'),
      ends(12),
    ];
    expect(pathsOf(await condensed([tableOf(rows)], await mainLine()))).toEqual([
      `${toMenu}, input main 2, enter say-opening-hours, hangup say-opening-hours`,
    ]);
  });

  test('finds numbers by the pattern that takes them, and keeps no number', async () => {
    const rows = [...greeted, starts(8, 'main,301', 'Dial', 'PJSIP/301,20'), ends(12)];
    const [path = ''] = pathsOf(await condensed([tableOf(rows)], await mainLine()));
    expect(path).toMatch(/^start 5550100, enter say-welcome, enter main, input main, enter dial/);
    expect(path).not.toContain('301');
  });

  test('asks again without entering a menu that counts its tries', async () => {
    const counting = `[main]
exten => s,1,Set(tries=0)
 same => n(again),Background(main-menu)
 same => n,WaitExten(5)
exten => 1,1,Hangup()
exten => t,1,Set(tries=$[\${tries}+1])
 same => n,GotoIf($[\${tries}<3]?s,again)
 same => n,Hangup()
exten => i,1,Goto(t,1)
`;
    const { script } = await importOf({ 'extensions.conf': counting });
    const flow = buildCallFlow(script);
    const rows = [
      cel(0, 'CHAN_START', { context: 'main', exten: 's' }),
      starts(0, 'main,s', 'BackGround', 'main-menu'),
      starts(5, 'main,s', 'WaitExten', '5'),
      starts(10, 'main,t', 'Set', 'tries=1'),
      starts(10, 'main,s', 'BackGround', 'main-menu'),
      ends(12),
    ];
    expect(pathsOf(await condensed([tableOf(rows)], flow))).toEqual([
      'start other, enter main-again, noinput main-again, hangup main-again',
    ]);
  });

  test('rejects rows with times in the local time of some server', async () => {
    const rows = [
      ...greeted,
      cel(9, 'HANGUP').replace(`"${began + 9}"`, '"2026-03-02 08:00:09"'),
      cel(9, 'HANGUP', { linked: '' }),
    ];
    const log = await condensed([tableOf(rows)], await mainLine());
    expect(log.rejectedBy).toEqual({ 'no call id': 1, 'time without offset': 1 });
    expect(log.rows).toMatchObject({ read: 6, used: 4, rejected: 2 });
  });

  test('fits the script that the dialplan was imported as', async () => {
    const flow = await mainLine();
    const rows = [
      ...greeted,
      starts(6, 'main,s', 'WaitExten', '5'),
      starts(8, 'main,1', 'Goto', 'sales,s,1'),
      starts(8, 'sales,s', 'Queue', 'sales,,,,120'),
      starts(128, 'sales,s', 'VoiceMail', '400@default'),
      ends(150),
    ];
    const replay = replayLog(flow, await condensed([tableOf(rows)], flow));
    expect(replay.deviations).toEqual([]);
    expect(replay.fitness).toBe(1);
  });
});

describe('the queue log of Asterisk', () => {
  const entered = `${began + 8}|${call}|sales|NONE|ENTERQUEUE||+15550142|1`;
  const toQueue = [
    ...greeted,
    starts(8.2, 'main,1', 'Goto', 'sales,s,1'),
    starts(8.3, 'sales,s', 'Queue', 'sales,,,,120'),
  ];
  const stay = 'enter queue-sales, queue queue-sales sales';

  test.each<[what: string, lines: readonly string[], path: string]>([
    [
      'a person who answers, and a caller who hangs up',
      [
        `${began + 40}|${call}|sales|PJSIP/agent-02|CONNECT|32|1772438430.13|5`,
        `${began + 90}|${call}|sales|PJSIP/agent-02|COMPLETECALLER|32|50|1`,
      ],
      'answer queue-sales, hangup queue-sales',
    ],
    [
      'a person who answers, and hangs up',
      [
        `${began + 30}|${call}|sales|PJSIP/agent-03|RINGNOANSWER|15000`,
        `${began + 40}|${call}|sales|PJSIP/agent-02|CONNECT|32|1772438430.13|5`,
        `${began + 90}|${call}|sales|PJSIP/agent-02|COMPLETEAGENT|32|50|1`,
      ],
      'answer queue-sales, disconnect queue-sales',
    ],
    [
      'a caller who gives up',
      [`${began + 60}|${call}|sales|NONE|ABANDON|1|1|52`],
      'abandon queue-sales',
    ],
    [
      'a caller who presses a key to leave',
      [`${began + 60}|${call}|sales|NONE|EXITWITHKEY|1|1|1|52`],
      'input queue-sales, end queue-sales',
    ],
    [
      'a queue that nobody works at',
      [`${began + 9}|${call}|sales|NONE|EXITEMPTY|1|1|1`],
      'end queue-sales',
    ],
  ])('tells of %s', async (_, lines, path) => {
    const members = `${began}|NONE|NONE|NONE|QUEUESTART|`;
    const text = [members, entered, ...lines, ''].join('\n');
    const log = await condensed([text], await mainLine());
    expect(pathsOf(log)).toEqual([`${stay}, ${path}`]);
    expect(log.rows).toMatchObject({ read: lines.length + 2, rejected: 0 });
  });

  test('tells what came of waiting where the channel event log tells the way', async () => {
    const lines = [
      entered,
      `${began + 40}|${call}|sales|PJSIP/agent-02|CONNECT|32|1772438430.13|5`,
      `${began + 90}|${call}|sales|PJSIP/agent-02|COMPLETECALLER|32|50|1`,
      '',
    ];
    const rows = [
      ...toQueue,
      cel(40.1, 'BRIDGE_ENTER', { context: 'sales', exten: 's', app: 'Queue' }),
      ends(90.1),
    ];
    const log = await condensed([lines.join('\n'), tableOf(rows)], await mainLine());
    expect(pathsOf(log)).toEqual([
      `${toMenu}, input main 1, ${stay}, answer queue-sales, hangup queue-sales`,
    ]);
  });

  test('is read from the table of a database', async () => {
    const text = [
      'id,time,callid,queuename,agent,event,data1,data2,data3,data4,data5',
      `1,${began + 8},${call},sales,NONE,ENTERQUEUE,,+15550142,1,,`,
      `2,${began + 60},${call},sales,NONE,ABANDON,1,1,52,,`,
      '',
    ].join('\n');
    expect(pathsOf(await condensed([text], await mainLine()))).toEqual([
      `${stay}, abandon queue-sales`,
    ]);
  });

  test('is read without a script, too', async () => {
    expect(pathsOf(await condensed([`${entered}\n`]))).toEqual([
      'enter sales, queue sales sales, end sales',
    ]);
  });
});
