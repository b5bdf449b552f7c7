import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { link, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const menu = JSON.stringify({
  ivr: 1,
  id: 'shop',
  language: 'en',
  entries: [{ start: 'orders' }],
  nodes: { orders: { kind: 'queue', queue: 'orders' } },
});

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'ivrkit-'));
  await writeFile(join(cwd, 'shop.json'), menu);
  await link(join(cwd, 'shop.json'), join(cwd, 'same.json'));
  await writeFile(join(cwd, 'log.csv'), 'call,at,event,node,value\n');
  await writeFile(join(cwd, 'reasons.csv'), 'reason,label,volume\norders,your order,300\n');
});
afterAll(() => rm(cwd, { recursive: true }));

describe('a file that a command reads', () => {
  test.each([
    ['prove', 'shop.json', '-o', 'shop.json'],
    ['prove', './shop.json', '-o', 'same.json'],
    ['import', 'shop.json', '-f', 'json', '-o', 'shop.json'],
    ['export', 'shop.json', '--to', 'native-json', '-o', 'shop.json'],
    ['lint', 'shop.json', '-o', 'json=shop.json'],
    ['diff', 'shop.json', 'shop.json', '-o', 'same.json'],
    ['replay', 'shop.json', '--log', 'log.csv', '-f', 'text', '-o', 'log.csv'],
    ['design', 'reasons.csv', '-o', 'reasons.csv'],
    ['print', 'shop.json', '--prompts', 'shop.json'],
  ])('is not written over by ivr %s %s %s %s', async (...args) => {
    const before = await Promise.all(
      ['shop.json', 'log.csv', 'reasons.csv'].map((name) => readFile(join(cwd, name), 'utf8')),
    );
    const { code, stderr } = await runIvr(args, { cwd });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(
        /^error: \w+\.\w+ is read here and would be overwritten\.\n {2}Name another file to write\.\n$/,
      ),
    });
    const after = await Promise.all(
      ['shop.json', 'log.csv', 'reasons.csv'].map((name) => readFile(join(cwd, name), 'utf8')),
    );
    expect(after).toEqual(before);
  });

  test('may stand on a way that leads nowhere, which is told by who writes there', async () => {
    const { code, stderr } = await runIvr(['prove', 'shop.json', '-o', 'shop.json/x'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain("can't be written");
  });

  test('does not stop others of its folder from being written, nor a pipe', async () => {
    expect((await runIvr(['prove', 'shop.json', '-o', 'proof.json'], { cwd })).code).not.toBe(2);
    expect((await runIvr(['prove', 'shop.json', '-o', 'proof.json'], { cwd })).code).not.toBe(2);
    expect((await runIvr(['import', '-', '-o', '-'], { cwd, stdin: menu })).code).toBe(0);
  });
});

test('two things are not written into one file', async () => {
  const args = ['print', 'shop.json', '-o', 'out.csv', '-f', 'prompts', '--prompts', './out.csv'];
  const { code, stderr } = await runIvr(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("error: Two things can't both be written to ./out.csv.");
});
