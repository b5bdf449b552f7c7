import { describe, expect, test } from '@jest/globals';
import { condenseLogs } from '../../../../src/calls/condense-logs.ts';
import type { CondensedLog } from '../../../../src/calls/condensed-log.ts';
import { nodeNamesOf } from '../../../../src/calls/formats/node-names.ts';
import { knownValuesOf } from '../../../../src/calls/kept-value.ts';
import { buildCallFlow } from '../../../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../../../src/flow/call-flow.ts';
import { replayLog } from '../../../../src/replay/replay-log.ts';
import { importOf } from '../../../support/import-of.ts';
import { logOf } from '../../../support/log-of.ts';
import { pathsOf } from '../../../support/paths-of.ts';

const dialplan = `<include><context name="public">
  <extension name="main"><condition field="destination_number" expression="^(5000)$">
    <action application="answer"/>
    <action application="playback" data="welcome.wav"/>
    <action application="ivr" data="main_menu"/>
    <action application="hangup"/>
  </condition></extension>
</context>
<menus><menu name="main_menu" greet-long="main.wav" timeout="5000" max-failures="3">
  <entry action="menu-exec-app" digits="1" param="callcenter support@default"/>
  <entry action="menu-exec-app" digits="2" param="bridge {sip_auth_password=secret}sofia/gateway/carrier/4155550142"/>
</menu></menus></include>`;

async function mainLine(): Promise<CallFlow> {
  const { script } = await importOf({ 'main.xml': dialplan });
  return buildCallFlow(script);
}

const began = Date.UTC(2026, 2, 2, 8);
const micro = (seconds: number): string => String((began + seconds * 1000) * 1000);
const whole = (seconds: number): string => String(began / 1000 + seconds);

type Ran = readonly [seconds: number, name: string, data?: string];

function record(applications: readonly Ran[], variables: object = {}, uuid = 'a1'): string {
  return JSON.stringify({
    'core-uuid': 'c0',
    variables: { uuid, direction: 'inbound', start_uepoch: micro(0), ...variables },
    app_log: {
      applications: applications.map(([seconds, name, data = '']) => ({
        app_name: name,
        app_data: data,
        app_stamp: micro(seconds),
      })),
    },
    callflow: [
      {
        caller_profile: { destination_number: '5000' },
        extension: { name: 'main', number: '5000' },
      },
    ],
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same record as XML: values of variables as in URLs, the rest in attributes. */
function asXml(json: string): string {
  const value = JSON.parse(json) as {
    variables: Record<string, string>;
    app_log: { applications: Record<string, string>[] };
  };
  const variables = Object.entries(value.variables)
    .map(([name, text]) => `<${name}>${encodeURIComponent(text)}</${name}>`)
    .join('');
  const applications = value.app_log.applications
    .map((one) => {
      const attributes = Object.entries(one).map(([name, text]) => `${name}="${escaped(text)}"`);
      return `<application ${attributes.join(' ')}></application>`;
    })
    .join('\n');
  return `<?xml version="1.0"?>
<cdr core-uuid="c0" switchname="switch1">
  <channel_data><direction>inbound</direction></channel_data>
  <variables>${variables}</variables>
  <app_log>${applications}</app_log>
  <callflow dialplan="XML" profile_index="1">
    <extension name="main" number="5000"><application app_name="answer" app_data=""/></extension>
    <caller_profile><destination_number>5000</destination_number></caller_profile>
  </callflow>
</cdr>
`;
}

const toMenu: readonly Ran[] = [
  [0, 'answer'],
  [0.1, 'playback', 'welcome.wav'],
  [3, 'ivr', 'main_menu'],
];
const ends = (seconds: number, how: string): object => ({
  end_uepoch: micro(seconds),
  sip_hangup_disposition: how,
});

const digitsFor = (variable: string): string => `1 4 3 5000 # pin.wav bad.wav ${variable} \\d+`;

async function condensed(text: string, flow: CallFlow): Promise<CondensedLog> {
  return condenseLogs([logOf(text, 'cdr.json', 61)], knownValuesOf(flow), {
    reading: { names: nodeNamesOf(flow) },
  });
}

describe('the call detail records of FreeSWITCH', () => {
  test.each<[what: string, text: string, path: string]>([
    ['hangs up in the menu', record(toMenu, ends(9, 'recv_bye')), 'hangup main-menu'],
    [
      'waits until a person answers, who hangs up',
      record([...toMenu, [8, 'callcenter', 'support@default']], {
        ...ends(90, 'send_bye'),
        cc_queue_answered_epoch: whole(40),
        bridge_uepoch: micro(40.2),
      }),
      'enter queue-main-menu-1, queue queue-main-menu-1 support, answer queue-main-menu-1, disconnect queue-main-menu-1',
    ],
    [
      'waits, and gives up',
      record([...toMenu, [8, 'callcenter', 'support@default']], {
        ...ends(50, 'recv_bye'),
        cc_queue_canceled_epoch: whole(50),
        cc_cancel_reason: 'BREAK_OUT',
      }),
      'enter queue-main-menu-1, queue queue-main-menu-1 support, abandon queue-main-menu-1',
    ],
    [
      'is put through to another number',
      record(
        [...toMenu, [8, 'bridge', '{sip_auth_password=secret}sofia/gateway/carrier/4155550142']],
        { ...ends(50, 'recv_bye'), bridge_uepoch: micro(15) },
      ),
      'enter dial-main-menu-2, transfer dial-main-menu-2, hangup dial-main-menu-2',
    ],
    ['is still in the menu when the record ends', record(toMenu), 'end main-menu'],
  ])('tell that a caller %s', async (_, text, path) => {
    const flow = await mainLine();
    const log = await condensed(text, flow);
    const [first = ''] = pathsOf(log);
    expect(
      first.replace(/^start (?:other|5000), enter main, enter say-main, enter main-menu, /, ''),
    ).toBe(path);
    expect(replayLog(flow, log).deviations).toEqual([]);
    const xml = await condensed(asXml(text), flow);
    expect(pathsOf(xml)).toEqual(pathsOf(log));
    expect(xml.sources).toMatchObject([{ layout: 'freeswitch-xml-cdr' }]);
  });

  test('say nothing of legs that the system calls', async () => {
    const agent = record([], { direction: 'outbound', ...ends(90, 'recv_bye') }, 'b1');
    const text = `${record(toMenu, ends(9, 'recv_bye'))}\n${agent}\n`;
    const log = await condensed(text, await mainLine());
    expect(log.calls).toBe(1);
    expect(log.rows).toMatchObject({ read: 2, used: 2 });
  });

  test('count each document of many as a row, broken ones among them', async () => {
    const whole = asXml(record(toMenu, ends(9, 'recv_bye')));
    const other = asXml(record(toMenu, ends(19, 'recv_bye'), 'a2'));
    const cut = whole.slice(0, whole.indexOf('<callflow'));
    const spoilt = other.replace('<app_log>', '<app_log>&mine;');
    const text = `\uFEFF${whole}${cut}\nnonsense\n${spoilt}${other}${cut}`;
    const log = await condensed(text, await mainLine());
    expect(log.rows).toMatchObject({ read: 5, used: 2, rejected: 3 });
    expect(log.rejectedBy).toEqual({ 'not an XML record': 3 });
    expect(log.calls).toBe(2);
    const lines = whole.split('\n').length - 1;
    expect(log.firstRejects[0]).toMatchObject({ line: lines + 2 });
  });

  test.each<[what: string, ran: readonly Ran[], variables: object, path: string]>([
    [
      'without the digits',
      [[3, 'play_and_get_digits', digitsFor('pin')]],
      { pin: '4711' },
      'input',
    ],
    ['not, where nobody entered any', [[3, 'play_and_get_digits', digitsFor('pin')]], {}, ''],
    [
      'not, where something else may have written them',
      [
        [2, 'set', 'pin=1'],
        [3, 'play_and_get_digits', digitsFor('pin')],
      ],
      { pin: '1' },
      '',
    ],
    ['of read, too', [[3, 'read', "1 4 'a b.wav' pin 5000 #"]], { pin: '4711' }, 'input'],
  ])('tell that digits were entered, %s', async (_, ran, variables, event) => {
    const text = record([...ran, [9, 'ivr', 'main_menu']], {
      ...ends(12, 'recv_bye'),
      ...variables,
    });
    const log = await condenseLogs([logOf(text)]);
    const [, name = ''] = ran.at(-1) ?? [];
    const told = event === '' ? '' : `, ${event} ${name}`;
    expect(pathsOf(log)).toEqual([
      `start other, enter ${name}${told}, enter main_menu, hangup main_menu`,
    ]);
    const dwell = log.dwell.filter(({ node }) => node === name);
    expect(dwell).toMatchObject([{ ms: [6000], times: [1] }]);
  });

  test('keep no password of a dial string in a script', async () => {
    const { script } = await importOf({ 'main.xml': dialplan });
    expect(JSON.stringify(Object.values(script.nodes).map(({ origin }) => origin))).not.toContain(
      'secret',
    );
  });
});
