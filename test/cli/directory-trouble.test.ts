import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const menu = (directory: string): string => `ivr: 1
id: shop
language: en
directory: ${directory}
entries: [{start: orders}]
nodes:
  orders: {kind: queue, queue: orders}
`;
const directory = `directory: 1
id: shop
timeZone: Europe/Madrid
queues: {orders: {calendar: office}}
calendars: {office: {hours: "24/7"}}
`;

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(cwd, 'whole.directory.yaml'), directory);
  await writeFile(join(cwd, 'broken.directory.yaml'), directory.replace('queues', 'queue'));
  for (const name of ['whole', 'broken', 'missing'])
    await writeFile(join(cwd, `${name}.ivr.yaml`), menu(`${name}.directory.yaml`));
});
afterAll(() => rm(cwd, { recursive: true }));

describe('a menu whose directory is of no use', () => {
  test.each(['prove', 'print', 'call', 'costs', 'draw'])(
    'is told of by ivr %s',
    async (command) => {
      const told = async (name: string) =>
        (await runIvr([command, `${name}.ivr.yaml`], { cwd })).stderr;
      expect(await told('whole')).toBe('');
      expect(await told('missing')).toBe(
        'note: missing.ivr.yaml:4:12: The directory "missing.directory.yaml" can\'t be read, so queues and hours can\'t be checked. There is no file missing.directory.yaml. Check the name, and the folder you are in.\n',
      );
      expect(await told('broken')).toBe(
        'note: broken.directory.yaml:4:1: The field "queue" is unknown here, and its value would be lost. Did you mean "queues"? So queues and hours aren\'t known. Run `ivr lint` on it to see all mistakes.\n',
      );
    },
  );

  test('is not gone on with where the user names the directory', async () => {
    for (const name of ['whole', 'missing']) {
      const args = ['prove', `${name}.ivr.yaml`, '--directory', 'broken.directory.yaml'];
      const { code, stdout, stderr } = await runIvr(args, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: broken\.directory\.yaml:4:1: The field "queue" is unknown /);
    }
  });

  test('may be helped out with another, and then nothing is noted', async () => {
    const args = ['prove', 'missing.ivr.yaml', '--directory', 'whole.directory.yaml'];
    expect((await runIvr(args, { cwd })).stderr).toBe('');
  });
});
