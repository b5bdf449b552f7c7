import { describe, expect, test } from '@jest/globals';
import { readMenuFile } from '../../../src/import/read-menu-file.ts';
import { leastDigits } from '../../../src/import/freeswitch/pattern-length.ts';
import { importOf } from '../../support/import-of.ts';

const line = `<include>
  <menu name="main_line" greet-long="phrase:main_greeting" greet-short="phrase:main_short"
        invalid-sound="ivr/wrong.wav" exit-sound="ivr/bye.wav" timeout="8000"
        inter-digit-timeout="2000" max-failures="2" max-timeouts="3" digit-len="3">
    <entry action="menu-exec-app" digits="1" param="callcenter sales@default"/>
    <entry action="menu-sub" digits="2" param="billing"/>
    <entry action="menu-exec-app" digits="3" param="bridge {a=b}sofia/gateway/carrier/+442079460000"/>
    <entry action="menu-play-sound" digits="4" param="ivr/address.wav"/>
    <entry action="menu-exec-app" digits="/^(10[01][0-9])$/" param="transfer $1 XML features"/>
    <entry action="menu-exec-app" digits="0" param="transfer 1000 XML default"/>
    <entry action="menu-top" digits="9"/>
    <entry action="menu-exit" digits="*"/>
    <entry action="menu-dance" digits="7"/>
    <entry action="menu-exec-app" digits="5" param="playback one.wav"/>
    <entry action="menu-exec-app" digits="5" param="hangup"/>
  </menu>
  <menu name="billing" greet-long="say:For your balance, press 1." max-failures="99">
    <entry action="menu-exec-app" digits="1" param="lua balance.lua"/>
    <entry action="menu-back" digits="9"/>
    <entry action="menu-top" digits="*"/>
  </menu>
</include>
`;
const phrases = `<include><macro name="main_greeting"><input pattern="(.*)"><match>
  <action function="speak-text" data="For sales, press 1."/>
  <action function="execute" data="sleep(100)"/>
  <action function="speak-text" data="For billing, press 2."/>
</match></input></macro></include>`;

describe('menus of FreeSWITCH', () => {
  test('become one script for every menu that no other leads into', async () => {
    const { nodes, documents, notes, report } = await importOf({
      'ivr.xml': line,
      'lang/en.xml': phrases,
    });
    expect(documents).toHaveLength(1);
    expect(nodes['main-line']).toMatchObject({
      kind: 'menu',
      say: { text: 'For sales, press 1. For billing, press 2.' },
      interDigit: 2,
      noInput: { wait: 8, attempts: 3, to: 'main-line-exit-sound' },
      noMatch: { attempts: 2, say: { recording: 'ivr/wrong.wav' }, to: 'main-line-exit-sound' },
      options: [
        { key: '1', to: 'queue-main-line-1' },
        { key: '2', to: 'billing' },
        { key: '3', to: 'dial-main-line-3' },
        { key: '4', to: 'say-main-line-4' },
        { intent: '/^(10[01][0-9])$/', to: 'extension-1' },
        { key: '0', to: 'extension-1000' },
        { key: '9', do: 'repeat' },
        { key: '*', to: 'main-line-exit-sound' },
        { key: '5', to: 'say-main-line-5' },
      ],
    });
    expect(nodes['queue-main-line-1']).toMatchObject({ kind: 'queue', queue: 'sales' });
    expect(nodes['dial-main-line-3']).toMatchObject({ number: '+442079460000', to: 'main-line' });
    expect(nodes['say-main-line-4']).toMatchObject({ kind: 'announcement', to: 'main-line' });
    expect(nodes['say-main-line-5']).toMatchObject({ to: 'hangup-main-line-5' });
    expect(nodes['extension-1']).toMatchObject({ script: { unknown: '$1@features' } });
    expect(nodes['extension-1000']).toMatchObject({ kind: 'subflow', script: '1000@default' });
    expect(report).toMatchObject({ flows: 1, blocks: 16, opaque: { lua: 1 } });
    expect(notes).toEqual([
      '9:43 Nobody can dial /^(10[01][0-9])$/: it needs 4 digits, and the menu listens to 3 (digit-len).',
      '13:5 FreeSWITCH skips this entry: it knows no action "menu-dance".',
      '17:82 "max-failures" is 99; a script counts to 20.',
    ]);
  });

  test('a menu that gives up lets callers go on in the menu before, the first one in the dialplan', async () => {
    const { nodes } = await importOf({ 'ivr.xml': line });
    expect(nodes['billing']).toMatchObject({
      say: { text: 'For your balance, press 1.' },
      options: [{ key: '1' }, { key: '9', do: 'back' }, { key: '*', to: 'main-line' }],
      noInput: { wait: 10, attempts: 20, to: 'main-line' },
      noMatch: { attempts: 20, to: 'main-line' },
    });
    expect(nodes['main-line-exit-sound']).toMatchObject({ to: 'after-the-menu' });
    expect(nodes['after-the-menu']).toMatchObject({ kind: 'subflow' });
  });

  test('a phrase whose macro is nowhere has unknown words', async () => {
    const { nodes, report } = await importOf({ 'ivr.xml': line });
    expect(nodes['main-line']).toMatchObject({ say: { unknown: 'phrase:main_greeting' } });
    expect(report?.promptsUnknown).toBe(1);
  });

  test.each([
    ['<configuration name="ivr.conf"><menus>', '</menus></configuration>'],
    ['<include><menus>', '</menus></include>'],
    [
      '<document type="freeswitch/xml"><section name="configuration"><configuration name="ivr.conf"><menus>',
      '</menus></configuration></section></document>',
    ],
    ['', ''],
  ])('%s is a file of menus', async (open, close) => {
    const menu = '<menu name="m" greet-long="a.wav"><entry action="menu-exit" digits="1"/></menu>';
    const { script, format } = await importOf({ 'a.xml': `${open}${menu}${close}` });
    expect(format).toBe('freeswitch');
    expect(script.entries).toEqual([{ start: 'm' }]);
  });

  test('a menu of another file is found beside this one', async () => {
    const { nodes } = await importOf({
      'a.xml':
        '<include><menu name="a" greet-long="a.wav"><entry action="menu-sub" digits="1" param="b"/></menu></include>',
      'b.xml':
        '<include><menu name="b" greet-long="b.wav"><entry action="menu-back" digits="1"/></menu></include>',
    });
    expect(nodes['b']).toMatchObject({ kind: 'menu', say: { recording: 'b.wav' } });
  });

  test('a menu that is nowhere is a loose end, where lint tells it', async () => {
    const { nodes } = await importOf({
      'a.xml':
        '<include><menu name="a" greet-long="a.wav"><entry action="menu-sub" digits="1" param="b"/></menu></include>',
    });
    expect(nodes['a']).toMatchObject({ options: [{ key: '1', to: 'b' }] });
    expect(nodes['b']).toBeUndefined();
  });

  test('menus that lead into each other have ways back to each', async () => {
    const menu = (name: string, to: string) =>
      `<menu name="${name}" greet-long="a.wav"><entry action="menu-sub" digits="1" param="${to}"/><entry action="menu-exit" digits="2"/></menu>`;
    const { nodes } = await importOf({
      'a.xml': `<include>${menu('a', 'b')}${menu('b', 'a')}</include>`,
    });
    expect(nodes['a']).toMatchObject({ noInput: { to: 'menu-back-from-a' } });
    expect(nodes['menu-back-from-a']).toMatchObject({
      kind: 'opaque',
      exits: [{ to: 'b' }, { to: 'after-the-menu' }],
    });
  });

  test('XML that holds no menu says so', async () => {
    const { findings } = await readMenuFile({
      path: 'a.xml',
      text: '<include><gateway/></include>',
    });
    expect(findings).toMatchObject([
      { ruleId: 'unknown-format', message: expect.stringContaining('without a menu') },
    ]);
  });

  test('a broken menu is told as a file of FreeSWITCH, so that no folder hides it', async () => {
    const text = '<include><menu name="a" greet-long="x">';
    const { format, findings } = await readMenuFile({ path: 'a.xml', text });
    expect(format).toBe('freeswitch');
    expect(findings).toMatchObject([{ ruleId: 'syntax' }]);
  });
});

test('an option without a sound says nothing', async () => {
  for (const param of ['', 'param=""', 'param="say: "']) {
    const entry = `<entry action="menu-play-sound" digits="1" ${param}/>`;
    const text = `<include><menu name="a" greet-long="x.wav">${entry}</menu></include>`;
    const { documents } = await readMenuFile({ path: 'a.xml', text });
    const [document] = documents;
    const nodes = Object.values(document?.script.nodes ?? {});
    const [said] = nodes.filter(({ kind }) => kind === 'announcement');
    expect(said).toMatchObject({ kind: 'announcement' });
    expect(said).not.toHaveProperty('say');
  }
});

describe('a pattern that callers dial', () => {
  test.each([
    ['/^(10[01][0-9])$/', 4],
    ['/^\\d{3,5}$/', 3],
    ['/^9?(\\d\\d)+$/', 2],
    ['/^1[2-5]*$/', 1],
    ['/^(1|22)$/', undefined],
    ['/^((1)2)$/', undefined],
  ])('%s needs %j digits', (pattern, least) => {
    expect(leastDigits(pattern)).toBe(least);
  });
});
