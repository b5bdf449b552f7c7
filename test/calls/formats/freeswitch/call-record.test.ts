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

const toMenu: readonly Ran[] = [
  [0, 'answer'],
  [0.1, 'playback', 'welcome.wav'],
  [3, 'ivr', 'main_menu'],
];
const ends = (seconds: number, how: string): object => ({
  end_uepoch: micro(seconds),
  sip_hangup_disposition: how,
});

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
  });

  test('say nothing of legs that the system calls', async () => {
    const agent = record([], { direction: 'outbound', ...ends(90, 'recv_bye') }, 'b1');
    const text = `${record(toMenu, ends(9, 'recv_bye'))}\n${agent}\n`;
    const log = await condensed(text, await mainLine());
    expect(log.calls).toBe(1);
    expect(log.rows).toMatchObject({ read: 2, used: 2 });
  });

  test('keep no password of a dial string in a script', async () => {
    const { script } = await importOf({ 'main.xml': dialplan });
    expect(JSON.stringify(Object.values(script.nodes).map(({ origin }) => origin))).not.toContain(
      'secret',
    );
  });
});
