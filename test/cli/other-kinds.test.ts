import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

/** A file of each kind that ivr reads, and of some that it only knows. */
const files: Readonly<Record<string, string>> = {
  'shop.ivr.yaml': `ivr: 1
id: shop
language: en
entries: [{start: orders}]
nodes:
  orders: {kind: queue, queue: orders}
`,
  'studio.json': JSON.stringify({
    description: 'x',
    initial_state: 'Trigger',
    flags: {},
    states: [
      {
        name: 'Trigger',
        type: 'trigger',
        properties: {},
        transitions: [{ event: 'incomingCall' }],
      },
    ],
  }),
  'shop.directory.yaml': `directory: 1
id: shop
timeZone: Europe/Madrid
calendars: {office: {hours: "Mo-Fr 09:00-17:00"}}
`,
  'hours.json': JSON.stringify({
    HoursOfOperation: {
      HoursOfOperationId: 'a',
      Name: 'Office',
      TimeZone: 'Europe/Madrid',
      Config: [
        {
          Day: 'MONDAY',
          StartTime: { Hours: 9, Minutes: 0 },
          EndTime: { Hours: 17, Minutes: 0 },
        },
      ],
    },
  }),
  'queues.conf': '[general]\n[sales]\nstrategy = ringall\n',
  'queues.csv': 'queue,hours\nsales,Mo-Fr 09:00-17:00\n',
  'config.yaml': 'preset: recommended\nrules: {dead-end: off}\n',
  'baseline.json': '{"ivrBaseline": 1, "findings": []}\n',
  'mapping.yaml': 'mapping: 1\ncall: id\nat: ts\nevent: what\nnode: step\n',
  'calibration.json': '{"calibration": 1, "script": "x", "calls": 0, "figures": {}, "refused": []}',
  'log.csv': 'call,at,event,node,value\nc1,2026-03-02T08:00:00Z,start,orders,\n',
  'log.jsonl': '{"call": "c1", "at": "2026-03-02T08:00:00Z", "event": "start"}\n',
  queue_log: '1700000000|1700000000.1|sales|NONE|ENTERQUEUE||100|1\n',
  'report.csv': 'Menu;Option;Calls\nmain;1;300\n',
  'reasons.csv': 'reason,label,volume\norders,your order,300\n',
  'lint.json': '{"schemaVersion": 1, "findings": [], "summary": {}}',
  'picture.svg': '<svg xmlns="http://www.w3.org/2000/svg" data-x="a: b"/>',
};

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(cwd, name), text);
});
afterAll(() => rm(cwd, { recursive: true }));

async function refused(...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runIvr(args, { cwd });
  expect({ args, code, stderr }).toMatchObject({ code: expect.any(Number) });
  expect(code).toBeGreaterThan(1);
  return stderr;
}

describe('a file given as a menu that is none', () => {
  test.each([
    ['shop.directory.yaml', 'a directory of queues and hours'],
    ['hours.json', 'an export of queues, hours or numbers of Amazon Connect'],
    ['queues.conf', 'queues.conf of Asterisk'],
    ['queues.csv', 'a table of queues'],
  ])('%s is told as who takes calls, and where it goes', async (name, is) => {
    for (const command of ['prove', 'print', 'draw', 'call', 'costs'])
      expect(await refused(command, name)).toBe(
        `error: ${name} holds no menu: it is ${is}.\n` +
          '  Name a menu, and this file with --directory where the menu names none.\n',
      );
  });

  test.each([
    ['config.yaml', 'a configuration of ivr lint, which goes with --config'],
    ['baseline.json', 'a baseline of ivr lint, which goes with --baseline'],
    ['mapping.yaml', 'a mapping of the columns of a log, which goes with --map'],
    ['calibration.json', 'a calibration, which goes with --calibration'],
    ['log.csv', 'a log, which goes with --log'],
    ['log.jsonl', 'a log, which goes with --log'],
    ['queue_log', 'a log (queue log of Asterisk), which goes with --log'],
    ['report.csv', 'an IVR report of counts, which goes with --report'],
    ['reasons.csv', 'a table of contact reasons, which goes to ivr design'],
    ['lint.json', 'what ivr printed as JSON, which goes to other programs'],
    ['picture.svg', 'XML that begins with <svg>'],
  ])('%s is told as what it is', async (name, is) => {
    const told = `This is not a phone menu that can be read: it is ${is}.\n`;
    expect(await refused('prove', name)).toContain(`error: ${name}:1:1: ${told}`);
    const { stdout } = await runIvr(['lint', name], { cwd });
    expect(stdout).toContain(told);
  });

  test('a broken menu, directory or configuration stays what it is', async () => {
    await writeFile(join(cwd, 'broken.ivr.yaml'), `${files['shop.ivr.yaml'] ?? ''}nodes: ]\n`);
    await writeFile(
      join(cwd, 'broken.directory.yaml'),
      `${files['shop.directory.yaml'] ?? ''}x: ]\n`,
    );
    await writeFile(join(cwd, 'broken.config.yaml'), 'preset: recommended\nrule: {}\n');
    expect(await refused('prove', 'broken.ivr.yaml')).not.toContain('not a phone menu');
    expect((await runIvr(['lint', 'broken.directory.yaml'], { cwd })).stdout).toContain('syntax');
    expect(await refused('lint', '--config', 'broken.config.yaml', 'shop.ivr.yaml')).toContain(
      'The field "rule" is unknown here, and its value would be lost. Did you mean "rules"?',
    );
  });
});

/** Each option that takes a file of ours, and what that file is. */
const options: readonly (readonly [is: string, ...args: readonly string[]])[] = [
  ['a directory of queues and hours', 'lint', 'shop.ivr.yaml', '--directory'],
  ['a configuration of ivr lint', 'lint', 'shop.ivr.yaml', '--config'],
  ['a baseline of ivr lint', 'lint', 'shop.ivr.yaml', '--baseline'],
  [
    'a mapping of the columns of a log',
    ...['replay', 'shop.ivr.yaml', '--log', 'log.csv', '--map'],
  ],
  ['a calibration', ...['suggest', 'shop.ivr.yaml', '--log', 'log.csv', '--calibration']],
  ['a table of names', 'export', 'shop.ivr.yaml', '--to', 'dot', '--names'],
  ['a log', 'replay', 'shop.ivr.yaml', '--log'],
  ['a log', 'calls', 'check'],
  ['a log', 'calls', 'map'],
  ['an IVR report of counts', 'analyze', 'shop.ivr.yaml', '--report'],
  ['a table of contact reasons', 'design'],
];

describe('a file given where another kind is asked for', () => {
  const others = [
    ['shop.ivr.yaml', 'a menu', 'by its name alone, as to ivr lint'],
    ['studio.json', 'a menu of Twilio Studio', 'by its name alone, as to ivr lint'],
    ['shop.directory.yaml', 'a directory of queues and hours', 'with --directory'],
    ['config.yaml', 'a configuration of ivr lint', 'with --config'],
    ['reasons.csv', 'a table of contact reasons', 'to ivr design'],
    ['log.csv', 'a log', 'with --log'],
  ] as const;

  test.each(options)('is told as what it is, instead of %s', async (is, ...args) => {
    for (const [name, other, goes] of others.filter(([, one]) => one !== is))
      expect(await refused(...args, name)).toBe(
        `error: ${name} is ${other}, and not ${is}.\n` +
          `  Give ${is} here, and ${other} ${goes}.\n`,
      );
  });

  test('XML is told as XML, and not as YAML with a colon astray', async () => {
    expect(await refused('lint', 'shop.ivr.yaml', '--config', 'picture.svg')).toBe(
      'error: picture.svg is XML that begins with <svg>, and not a configuration of ivr lint.\n' +
        '  Give a configuration of ivr lint here.\n',
    );
  });

  test('a menu that names it as its directory says so there', async () => {
    await writeFile(
      join(cwd, 'odd.ivr.yaml'),
      `${files['shop.ivr.yaml'] ?? ''}directory: shop.ivr.yaml\n`,
    );
    const { stdout } = await runIvr(['lint', 'odd.ivr.yaml'], { cwd });
    expect(stdout).toContain('7:12 error missing-directory');
    expect(stdout).toContain(
      'help: shop.ivr.yaml is a menu, and not a directory of queues and hours.',
    );
  });

  test('also where it comes from a pipe', async () => {
    const { code, stderr } = await runIvr(['lint', 'shop.ivr.yaml', '--config', '-'], {
      cwd,
      stdin: files['shop.directory.yaml'] ?? '',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: Standard input is a directory of queues and hours, and not /);
  });
});
