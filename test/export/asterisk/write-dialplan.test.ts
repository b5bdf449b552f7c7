import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeDialplan } from '../../../src/export/asterisk/write-dialplan.ts';
import { exportScript } from '../../../src/export/export-script.ts';
import type { ExportOptions } from '../../../src/export/exporter.ts';
import { parseDirectory } from '../../../src/routing/parse-directory.ts';
import { readConf } from '../../../src/source/read-conf.ts';
import { anyScript } from '../../support/any-script.ts';
import '../../support/fixed-seed.ts';
import { documentOf } from '../../support/script-of.ts';

const written = (nodes: string, options: ExportOptions = {}, head = '') =>
  writeDialplan(documentOf(nodes, head), options);
const linesOf = (text: string, context: string) => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`[ivr-${context}]`));
  const rest = lines.slice(from + 1);
  const end = rest.indexOf('');
  return rest.slice(0, end === -1 ? undefined : end);
};
const directoryOf = (calendar: string) => {
  const text = `directory: 1\nid: d\ntimeZone: Europe/Athens\ncalendars:\n  office: ${calendar}\n`;
  const { document } = parseDirectory({ path: 'd.yaml', text });
  if (document === undefined) throw new Error('no directory');
  return document.directory;
};

describe('a menu', () => {
  test('is a context with an extension for each key, and counters for attempts', () => {
    const { text } = written(`
  main:
    kind: menu
    say: Main menu.
    options: [{key: "1", say: "For sales, press 1.", to: sales}, {key: "2", language: el, to: sales}]
    noInput: {wait: 7s, attempts: 3, say: Sorry., to: sales}
    noMatch: {attempts: 1, to: sales}
  sales: {kind: queue, queue: sales}
`);
    expect(linesOf(text, 'main')).toEqual([
      'exten => s,1,Set(SILENT_main=0)',
      ' same => n(ask),Set(TIMEOUT(digit)=3)',
      ' ; "Main menu. For sales, press 1."',
      ' same => n,Background(custom/main)',
      ' same => n,WaitExten(7)',
      'exten => 1,1,Goto(ivr-sales,s,1)',
      'exten => 2,1,Set(CHANNEL(language)=el)',
      ' same => n,Goto(ivr-sales,s,1)',
      'exten => t,1,Set(SILENT_main=$[${SILENT_main} + 1])',
      ' same => n,GotoIf($[${SILENT_main} >= 3]?silent)',
      ' ; "Sorry."',
      ' same => n,Playback(custom/main-silent)',
      ' same => n,Goto(s,ask)',
      ' same => n(silent),Goto(ivr-sales,s,1)',
      'exten => i,1,Goto(ivr-sales,s,1)',
    ]);
  });

  test('with options that a phone can’t say tells which', () => {
    const { text, findings } = written(`
  main:
    kind: menu
    options: [{intent: sales, to: sales}, {key: "1", do: back}, {key: "2", to: sales}, {key: "2", to: main}]
  sales: {kind: queue, queue: sales}
`);
    expect(findings.map(({ ruleId, subject }) => `${ruleId} ${subject}`)).toEqual([
      'not-exported nodes/main/options/0',
      'not-exported nodes/main/options/1/do',
      'not-exported nodes/main/options/3',
    ]);
    expect(text).not.toContain('exten => 1,');
  });
});

describe('hours', () => {
  const branch = `
  hours: {kind: branch, on: {calendar: office}, cases: [{when: open, to: a}, {when: closed, to: b}]}
  a: {kind: hangup}
  b: {kind: hangup}
`;
  test.each([
    [
      '{hours: "Mo-Fr 09:00-17:00"}',
      ['GotoIfTime(09:00-16:59,mon-fri,*,*,Europe/Athens?ivr-a,s,1)'],
    ],
    [
      '{hours: "Mo-Th 09:00-12:00,13:00-17:30; Sa 10:00-14:00", timeZone: Europe/Berlin}',
      [
        'GotoIfTime(09:00-11:59,mon-thu,*,*,Europe/Berlin?ivr-a,s,1)',
        'GotoIfTime(13:00-17:29,mon-thu,*,*,Europe/Berlin?ivr-a,s,1)',
        'GotoIfTime(10:00-13:59,sat,*,*,Europe/Berlin?ivr-a,s,1)',
      ],
    ],
    ['{hours: "24/7"}', ['GotoIfTime(*,*,*,*,Europe/Athens?ivr-a,s,1)']],
    ['{hours: "08:00-24:00"}', ['GotoIfTime(08:00-23:59,*,*,*,Europe/Athens?ivr-a,s,1)']],
  ])('of %s are conditions', (calendar, conditions) => {
    const { text, findings } = written(branch, { directory: directoryOf(calendar) });
    expect(linesOf(text, 'hours').map((line) => line.replace(/^.*?,(?:1,)?(?=[GH])/, ''))).toEqual([
      ...conditions,
      'Goto(ivr-b,s,1)',
      'Hangup()',
    ]);
    expect(findings).toEqual([]);
  });

  test.each([
    '{hours: "Mo-Fr 22:00-06:00"}',
    '{hours: "Mo-Fr 09:00-17:00; We 10:00-12:00"}',
    '{hours: "Mo-Fr 09:00-17:00; PH off"}',
    '{hours: "24/7", holidays: {country: GR}}',
    '{hours: "24/7", exceptions: [{date: 2026-12-24, hours: off}]}',
  ])('of %s are more than that: a variable must tell', (calendar) => {
    const { text, findings } = written(branch, { directory: directoryOf(calendar) });
    expect(text).toContain('GotoIf($["${CALENDAR_office}" = "open"]?ivr-a,s,1)');
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['exported-otherwise']);
  });

  test('may stand in the table of names', () => {
    const names = { calendars: { office: '9:00-17:00,mon-fri,*,* | 9:00-12:00,sat,*,*' } };
    const { text } = written(branch, { names });
    expect(text).toContain('GotoIfTime(9:00-17:00,mon-fri,*,*?ivr-a,s,1)');
    expect(text).toContain('GotoIfTime(9:00-12:00,sat,*,*?ivr-a,s,1)');
  });
});

describe('names', () => {
  test('of queues, recordings, numbers, programs and scripts come from the table', () => {
    const { text } = written(
      `
  a: {kind: announcement, say: {recording: hello.wav}, to: b}
  b: {kind: queue, queue: sales, overflow: {after: 30s, to: c}}
  c: {kind: transfer, number: "+12025550100", failure: d}
  d: {kind: task, task: look-up, success: e, failure: e}
  e: {kind: subflow, script: other, to: a}
`,
      {
        names: {
          prompts: { 'hello.wav': 'en/greeting' },
          queues: { sales: '400' },
          numbers: { '+12025550100': 'PJSIP/100' },
          tasks: { 'look-up': 'agi://host/look' },
          scripts: { other: 'from-other' },
        },
      },
    );
    for (const step of [
      ...['Playback(en/greeting)', 'Queue(400,t,,,30)', 'Dial(PJSIP/100)'],
      ...['AGI(agi://host/look)', 'Gosub(from-other,s,1)'],
    ]) {
      expect(text).toContain(step);
    }
  });
});

describe('any script', () => {
  test('is a dialplan without a fault, through the exporter of formats too', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, async (script) => {
        const document = { ...documentOf('  a: {kind: hangup}'), script };
        const { text } = await exportScript(document, 'asterisk');
        expect(readConf({ path: 'x', text }).findings).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('holds nothing that Asterisk could take for its own', () => {
    const evil = [
      'a,1)\nexten => s,1,System(rm)',
      '${SHELL(id)}',
      '$[1]',
      '"; [evil]',
      'x)&System(id',
      '\r[evil]\r\n',
      'a\u2028b;--c',
      '../../etc/passwd',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...evil), (text) => {
        const json = JSON.stringify(text);
        const { text: dialplan } = written(
          `
  main:
    kind: menu
    title: ${json}
    say: {recording: ${json}, text: ${json}}
    options: [{key: "1", say: ${json}, to: ask, set: {${json}: ${json}}}]
    noInput: {say: ${json}, to: ask}
  ask: {kind: branch, on: {attribute: ${json}}, cases: [{when: ${json}, to: act}], otherwise: other}
  act: {kind: task, task: ${json}, title: ${json}, success: call}
  call: {kind: transfer, number: ${json}, failure: other}
  other: {kind: subflow, script: ${json}, to: odd}
  odd: {kind: opaque, vendor: asterisk, type: ${json}, raw: ${json}, exits: [{trigger: next, to: main}]}
`,
          {},
          `entries: [{number: ${json}, start: main, set: {${json}: ${json}}}]`,
        );
        const { file, findings } = readConf({ path: 'x', text: dialplan });
        expect(findings).toEqual([]);
        expect(file.sections.map(({ name }) => name.text)).toEqual([
          ...['from-trunk', 'ivr-main', 'ivr-ask', 'ivr-act', 'ivr-call', 'ivr-other', 'ivr-odd'],
        ]);
        const steps = file.sections.flatMap(({ entries }) =>
          entries.map(({ value }) => value.text),
        );
        const known =
          /^(?:[a-z0-9*#-]+,)?(?:n|1)(?:\([a-z]+\))?,(?:Answer|Set|Goto|GotoIf|Background|Playback|WaitExten|AGI|Gosub|Hangup|NoOp|Dial)\([^()]*(?:\([^()]*\))?[^()]*\)$/;
        expect(steps.filter((step) => !known.test(step))).toEqual([]);
        expect(steps.join('\n')).not.toMatch(/SHELL\(|\$\{SHELL|System\(|\$\[1\]/);
      }),
      { numRuns: evil.length * 2 },
    );
  });
});
