import { describe, expect, test } from '@jest/globals';
import { importOf } from '../../support/import-of.ts';

const page = (body: string, attributes = '') =>
  `<?xml version="1.0"?>\n<vxml version="2.1" xmlns="http://www.w3.org/2001/vxml" xml:lang="en-GB" ${attributes}>${body}</vxml>`;

const read = (body: string, others: Readonly<Record<string, string>> = {}, attributes = '') =>
  importOf({ 'main.vxml': page(body, attributes), ...others });

describe('menus of VoiceXML', () => {
  const menu = `<menu id="main" dtmf="true">
  <prompt>Main menu. <enumerate>For <value expr="_prompt"/>, press <value expr="_dtmf"/>.</enumerate></prompt>
  <choice next="#desk">your balance</choice><choice dtmf="0" next="#desk">an adviser</choice>
  <choice next="#main">the menu</choice>
  <noinput>We heard nothing. <reprompt/></noinput><noinput count="3">Goodbye.<exit/></noinput>
  <nomatch count="2"><goto next="#desk"/></nomatch></menu><form id="desk"><block>Hello.</block></form>`;

  test('number their choices, and say what an enumerate says of each', async () => {
    const { script, nodes } = await read(menu);
    expect(script).toMatchObject({ language: 'en-GB', entries: [{ start: 'main' }] });
    expect(nodes['main']).toMatchObject({
      kind: 'menu',
      say: { text: 'Main menu.' },
      options: [
        {
          key: '1',
          title: 'your balance',
          say: { text: 'For your balance, press 1.' },
          to: 'desk',
        },
        { key: '0', say: { text: 'For an adviser, press 0.' }, to: 'desk' },
        { key: '2', do: 'repeat' },
      ],
    });
  });

  test('handlers with counts tell how often callers are asked, and where they go then', async () => {
    const { nodes } = await read(menu);
    expect(nodes['main']).toMatchObject({
      noInput: { attempts: 3, say: { text: 'We heard nothing.' }, to: 'say-main' },
      noMatch: { attempts: 2, to: 'desk' },
    });
    expect(nodes['say-main']).toMatchObject({ say: { text: 'Goodbye.' }, to: 'exit' });
    expect(nodes['exit']).toMatchObject({ kind: 'hangup' });
  });

  test('without a handler that leaves, callers are asked for ever', async () => {
    const { nodes } = await read('<menu id="m"><choice dtmf="1" next="#m">a</choice></menu>');
    expect(nodes['m']).toMatchObject({ noInput: { attempts: 20, to: 'm' }, noMatch: { to: 'm' } });
  });

  test('handlers, links and properties are inherited from the dialog, the document and its root', async () => {
    const root = page(
      '<property name="timeout" value="7s"/><property name="bargein" value="false"/><link dtmf="9" next="main.vxml#desk"/><noinput count="2"><exit/></noinput>',
    );
    const { nodes } = await read(
      `<property name="timeout" value="700ms"/><nomatch><goto next="#desk"/></nomatch>
      <menu id="m"><choice dtmf="1" next="#m">a</choice></menu><form id="desk"><block/></form>`,
      { 'root.vxml': root },
      'application="root.vxml"',
    );
    expect(nodes['m']).toMatchObject({
      bargeIn: false,
      noInput: { wait: 0.7, attempts: 2, to: 'exit' },
      noMatch: { attempts: 1, to: 'desk' },
      options: [{ key: '1' }, { key: '9', to: 'desk' }],
    });
  });
});

describe('forms of VoiceXML', () => {
  test('are visited in order, and are over behind the last item', async () => {
    const { nodes } = await read(
      '<form id="f"><block>One.</block><block name="b">Two.<prompt>Three.</prompt></block></form>',
    );
    expect(nodes['f']).toMatchObject({ kind: 'announcement', say: { text: 'One.' }, to: 'f-b' });
    expect(nodes['f-b']).toMatchObject({ say: { text: 'Two. Three.' }, to: 'end' });
    expect(nodes['end']).toMatchObject({ kind: 'hangup' });
  });

  const choosing = (inside: string, filled: string) => `<form id="f"><field name="what">
    <prompt>Choose.</prompt>${inside}<filled>${filled}</filled></field>
    <block name="after">After.</block></form><form id="x"><block/></form><form id="y"><block/></form>`;
  const branches =
    '<if cond="what == \'sales\'"><goto next="#x"/><elseif cond="what==\'bills\'"/><goto next="#y"/></if>';

  test.each([
    [
      'options',
      '<option dtmf="1" value="sales">Sales</option><option dtmf="2" value="bills">Bills</option><option dtmf="3">Else</option>',
    ],
    [
      'a grammar with tags',
      `<grammar mode="dtmf" root="r" version="1.0"><rule id="r"><one-of><item>1<tag>out='sales'</tag></item>
      <item>2<tag>out.what="bills";</tag></item><item>3</item></one-of></rule></grammar>`,
    ],
  ])('%s lead where the value leads', async (_, inside) => {
    const { nodes } = await read(choosing(inside, branches));
    expect(nodes['f']).toMatchObject({
      kind: 'menu',
      options: [
        { key: '1', to: 'x' },
        { key: '2', to: 'y' },
        { key: '3', to: 'f-after' },
      ],
    });
  });

  test.each(['1 | 2', '[(dtmf-1) {x} (dtmf-2)]'])(
    'keys in the writing %s are read',
    async (text) => {
      const { nodes } = await read(choosing(`<grammar mode="dtmf">${text}</grammar>`, ''));
      expect(nodes['f']).toMatchObject({ options: [{ key: '1' }, { key: '2' }] });
    },
  );

  test('a grammar that stands elsewhere leaves what is compared afterwards', async () => {
    const { nodes, notes } = await read(
      choosing('<grammar srcexpr="which" />', '<if cond="what == \'1\'"><goto next="#x"/></if>'),
    );
    expect(nodes['f']).toMatchObject({ kind: 'menu', options: [{ key: '1', to: 'x' }] });
    expect(notes).toEqual([expect.stringContaining('is defined elsewhere')]);
  });

  test('a yes or no is two keys', async () => {
    const { nodes } = await read(
      `<form id="f"><field name="ok" type="boolean?y=7;n=9"><prompt>Sure?</prompt>
      <filled><if cond="ok"><goto next="#x"/><else/><clear namelist="ok"/></if></filled></field></form><form id="x"><block/></form>`,
    );
    expect(nodes['f']).toMatchObject({
      options: [
        { key: '7', to: 'x' },
        { key: '9', do: 'repeat' },
      ],
    });
  });

  test.each([
    ['<field name="n" type="digits?minlength=4;maxlength=6">', '', { min: 4, max: 6, end: '#' }],
    ['<field name="n" type="digits?length=5">', '', { min: 5, max: 5, end: '#' }],
    ['<field name="n">', '<grammar src="builtin:dtmf/digits?length=3"/>', { min: 3, max: 3 }],
    [
      '<field name="n">',
      `<grammar mode="dtmf" root="n"><rule id="n"><item repeat="2-4"><ruleref uri="#d"/></item><item>#</item></rule>
      <rule id="d"><one-of>${'0 1 2 3 4 5 6 7 8 9'
        .split(' ')
        .map((d) => `<item>${d}</item>`)
        .join('')}</one-of></rule></grammar>`,
      { min: 2, max: 4 },
    ],
  ])('%s%s collects digits', async (open, inside, digits) => {
    const { nodes } = await read(
      `<form id="f">${open}${inside}<prompt>Enter.</prompt></field></form>`,
    );
    expect(nodes['f']).toMatchObject({ kind: 'collect', digits, to: 'end' });
  });

  test('a condition that nothing decides is a branch', async () => {
    const { nodes } = await read(
      '<form id="f"><block><if cond="balance &gt; 0">Thank you.<else/><goto next="#f"/></if></block></form>',
    );
    expect(nodes['if-f']).toMatchObject({
      kind: 'branch',
      on: { attribute: 'balance' },
      cases: [{ when: '> 0', to: 'say-f' }],
      otherwise: 'f',
    });
  });

  test('a transfer tells when the other side is done, and when it was never reached', async () => {
    const { nodes } = await read(
      `<form id="f"><transfer name="t" dest="tel:+442079460000" bridge="true" connecttimeout="20s">
      <filled><if cond="t == 'busy' || t == 'noanswer'"><goto next="#x"/></if></filled></transfer></form><form id="x"><block/></form>`,
    );
    expect(nodes['f']).toMatchObject({
      kind: 'transfer',
      number: '+442079460000',
      wait: 20,
      to: 'end',
      failure: 'x',
    });
  });

  test('a blind transfer never comes back', async () => {
    const { nodes } = await read(
      '<form id="f"><transfer name="t" destexpr="number" type="blind"/></form>',
    );
    expect(nodes['f']).toMatchObject({ number: { unknown: 'number' }, failure: 'end' });
    expect(nodes['f']).not.toHaveProperty('to');
  });

  test('messages, other documents and what is submitted', async () => {
    const { nodes } = await read(
      `<form id="f"><record name="m" maxtime="60s"><prompt>Speak.</prompt></record>
      <subdialog name="s" src="http://example.com/x"/><block><submit next="/save"/></block></form>`,
    );
    expect(nodes['f']).toMatchObject({ kind: 'voicemail', maxLength: 60, to: 'f-s' });
    expect(nodes['f-s']).toMatchObject({ kind: 'subflow', script: 'http://example.com/x' });
    expect(nodes['to-save']).toMatchObject({ kind: 'subflow', script: '/save' });
  });
});

describe('several documents', () => {
  test('are one script, as far as they can be read', async () => {
    const { nodes, report } = await read(
      '<form id="f"><block><goto next="sub/faults.vxml#report"/></block></form>',
      {
        'sub/faults.vxml': page(
          '<form id="a"><block/></form><form id="report"><block>Thanks.<goto next="../main.vxml#f"/></block></form>',
        ),
      },
    );
    expect(nodes['f']).toMatchObject({ to: 'faults-report' });
    expect(nodes['faults-report']).toMatchObject({ say: { text: 'Thanks.' }, to: 'f' });
    expect(report?.blocks).toBe(6);
  });

  test('documents that name each other as their root come to an end', async () => {
    const { nodes } = await read(
      '<form id="f"><block/></form>',
      { 'root.vxml': page('<form/>', 'application="main.vxml"') },
      'application="root.vxml"',
    );
    expect(nodes['f']).toBeDefined();
  });

  test('a dialog that is nowhere is a loose end', async () => {
    const { nodes, notes } = await read('<form id="f"><block><goto next="#gone"/></block></form>');
    expect(nodes['f']).toMatchObject({ to: 'gone' });
    expect(notes).toEqual([expect.stringContaining('There is no dialog "gone".')]);
  });
});

describe('what is never run', () => {
  test('is listed, and changes nothing', async () => {
    const { notes, nodes } = await read(
      `<form id="f"><block><script>while(true){}</script><assign name="a" expr="b()"/>Hello <value expr="a"/>.</block></form>
      <catch event="connection.disconnect.hangup"><exit/></catch>`,
    );
    expect(notes).toHaveLength(3);
    expect(nodes['say-f']).toMatchObject({ say: { unknown: 'a', text: 'Hello .' } });
  });

  test('a handler that throws into itself asks again', async () => {
    const { nodes } = await read(
      '<form id="f"><field name="n" type="digits"><noinput><throw event="noinput"/></noinput></field></form>',
    );
    expect(nodes['f']).toMatchObject({ noInput: { attempts: 1, to: 'f' } });
  });

  test('rules of a grammar that lead into themselves, or double each other, are not followed', async () => {
    const doubling = Array.from(
      { length: 40 },
      (_, at) =>
        `<rule id="r${at}"><ruleref uri="#r${at + 1}"/><ruleref uri="#r${at + 1}"/></rule>`,
    ).join('');
    const { nodes } = await read(
      `<form id="f"><field name="n"><grammar mode="dtmf" root="r0">${doubling}<rule id="r40">1</rule></grammar></field></form>`,
    );
    expect(nodes['f']).toMatchObject({ kind: 'collect' });
  });
});
