import { describe, expect, test } from '@jest/globals';
import { importOf } from '../../support/import-of.ts';

const menus =
  '<include><menu name="welcome" greet-long="w.wav"><entry action="menu-exec-app" digits="1" param="transfer 200 XML public"/></menu></include>';
const plan = (conditions: string) => `<include><context name="public">
<extension name="main">${conditions}</extension>
<extension name="desk"><condition field="destination_number" expression="^200$">
  <action application="bridge" data="user/1000"/></condition></extension>
<extension name="lost"><condition field="destination_number" expression="^300$"/></extension>
</context></include>`;
const dialled = '<condition field="destination_number" expression="^\\+?5000$"/>';

const read = (conditions: string) =>
  importOf({ 'dialplan.xml': plan(conditions), 'menus.xml': menus });

describe('a dialplan of FreeSWITCH', () => {
  test('leads callers into its menu and on behind it', async () => {
    const { script, notes } = await read(
      `${dialled}<condition><action application="answer"/><action application="set" data="x=1"/>
      <action application="ivr" data="welcome"/><action application="playback" data="bye.wav"/></condition>`,
    );
    expect(script.entries).toEqual([
      { number: { unknown: '^\\+?5000$' }, start: 'main', title: 'main' },
    ]);
    expect(script.nodes).toMatchObject({
      main: { kind: 'announcement', to: 'welcome' },
      welcome: {
        kind: 'menu',
        options: [{ key: '1', to: 'desk' }],
        noInput: { to: 'say-main' },
      },
      'say-main': { kind: 'announcement', to: 'hang-up' },
      'hang-up': { kind: 'hangup' },
      desk: { kind: 'announcement', to: 'dial-desk' },
      'dial-desk': { kind: 'transfer', number: { unknown: 'user/1000' } },
    });
    expect(notes).toEqual([
      expect.stringContaining('What "set" sets isn\'t followed: x.'),
      expect.stringContaining('No call comes to the extension "lost" from a menu.'),
    ]);
  });

  test('a bridge goes on or hangs up as the variables before it say', async () => {
    const set = (data: string) => `<action application="set" data="${data}"/>`;
    const ringing = async (...settings: readonly string[]) => {
      const { nodes } = await read(
        `${dialled}<condition>${settings.map(set).join('')}<action application="bridge" data="sofia/gateway/g/+442079460000"/><action application="playback" data="bye.wav"/><action application="ivr" data="welcome"/></condition>`,
      );
      return nodes['dial-main'];
    };
    expect(await ringing()).toEqual(
      expect.not.objectContaining({ failure: expect.anything() as unknown }),
    );
    expect(await ringing('continue_on_fail=true', 'call_timeout=20')).toMatchObject({
      to: 'say-main',
      failure: 'say-main',
      wait: 20,
    });
    const ended = await ringing('hangup_after_bridge=true', 'continue_on_fail=USER_BUSY,NO_ANSWER');
    expect(ended).toMatchObject({ failure: 'say-main' });
    expect(ended).not.toHaveProperty('to');
    expect(await ringing('continue_on_fail=true', 'continue_on_fail=false')).not.toHaveProperty(
      'failure',
    );
  });

  test('conditions on time are hours, with what is done outside of them', async () => {
    const { script, nodes } = await read(
      `<condition field="destination_number" expression="^5000$"/>
      <condition wday="2-6" hour="9-17"><action application="ivr" data="welcome"/>
      <anti-action application="voicemail" data="default x 1000"/></condition>`,
    );
    expect(script.entries).toMatchObject([{ number: '5000' }]);
    expect(nodes['check-main']).toMatchObject({
      kind: 'branch',
      title: 'Mo-Fr 09:00-17:59',
      on: { calendar: { unknown: 'wday="2-6" hour="9-17"' } },
      cases: [{ when: 'open', to: 'welcome' }],
      otherwise: 'voicemail-main',
    });
  });

  test('a condition on a date is a holiday, one on a variable an attribute', async () => {
    const { nodes } = await read(
      `<condition mon="12" mday="25-26" break="never"><action application="playback" data="x.wav"/></condition>
      <condition field="\${vip}" expression="^yes$"><action application="ivr" data="welcome"/></condition>`,
    );
    expect(nodes['check-main-2']).toMatchObject({
      cases: [{ when: 'holiday', to: 'say-main' }],
      otherwise: 'check-main',
    });
    expect(nodes['say-main']).toMatchObject({ to: 'check-main' });
    expect(nodes['check-main']).toMatchObject({
      on: { attribute: 'vip' },
      cases: [{ when: 'yes', to: 'welcome' }],
      otherwise: 'no-extension',
    });
  });

  test('digits that a dialplan asks for are collected', async () => {
    const { nodes } = await read(
      `<condition><action application="play_and_get_digits" data="4 8 3 7000 # ask.wav wrong.wav pin \\d+"/>
      <action application="ivr" data="welcome"/></condition>`,
    );
    expect(nodes['digits-main']).toMatchObject({
      kind: 'collect',
      say: { recording: 'ask.wav' },
      digits: { min: 4, max: 8, end: '#' },
      noInput: { wait: 7, attempts: 3 },
      noMatch: { say: { recording: 'wrong.wav' } },
      to: 'welcome',
    });
  });
});
