import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const menu = 'menus/broken-line.ivr.yaml';
const log = ['--log', 'sample-logs/broken-line.csv'];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const writtenBy = async (args: readonly string[], name: string, env = {}) => {
  const run = await runIvr([...args, '-o', join(folder, name)], { env });
  const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  return { ...run, text };
};

describe('the ending of a file says what is in it', () => {
  test.each([
    [['replay', menu, ...log], 'a.json', /^\{/],
    [['replay', menu, ...log], 'a.txt', /^A line that shows/],
    [['prove', menu, '--from', '2026-12-01'], 'b.JSON', /^\{/],
    [['calls', 'check', 'sample-logs/broken-line.csv'], 'c.json', /^\{/],
    [['call', menu, '--keys', '1'], 'd.json', /^\{/],
    [['costs', menu], 'e.csv', /^[\w_]+,/],
    [['diff', menu, menu], 'f.md', /^#/],
    [['diff', menu, menu], 'f.svg', /^<svg/],
    [['print', menu], 'g.html', /^<!doctype html>/],
    [['print', menu], 'g.md', /^#/],
    [['print', menu], 'g.csv', /^id,language,text/],
    [['print', menu], 'g', /^A line that shows/],
    [['report', menu], 'h.md', /^#/],
    [['import', menu], 'i.json', /^\{/],
    [['import', menu], 'i.yml', /^ivr: 1/],
    [['design', 'menus/contact-reasons.csv', '--width', '9'], 'j.json', /^\{/],
    [['analyze', menu, ...log], 'k.md', /^#/],
  ])('%j into %s', async (args, name, begin) => {
    const { text, stderr } = await writtenBy(args, name);
    expect({ stderr, text: text?.slice(0, 60) }).toEqual({
      stderr: expect.not.stringContaining('error'),
      text: expect.stringMatching(begin),
    });
  });

  test.each([
    [['print', menu, '-f', 'html'], 'a.text', /^<!doctype html>/],
    [['print', menu, '-f', 'text'], 'a.md', /^A line/],
    [['replay', menu, ...log, '-f', 'json'], 'a.log', /^\{/],
  ])('a format that is named counts: %j into %s', async (args, name, begin) => {
    expect((await writtenBy(args, name)).text).toMatch(begin);
  });

  test.each([
    [
      ['report', menu],
      'a.pdf',
      'ivr report writes html, markdown, csv, and nothing that ends in .pdf.',
    ],
    [
      ['print', menu, '-f', 'html'],
      'a.docx',
      'ivr print writes text, markdown, html, prompts, and',
    ],
    [
      ['replay', menu, ...log],
      'a.html',
      'ivr replay writes text, json, and nothing that ends in .html.',
    ],
    [['simulate', menu], 'a.jsonl', 'ivr simulate writes csv, and nothing that ends in .jsonl.'],
    [['calls', 'check', 'x.csv'], 'a.xlsx', 'ivr calls check writes text, json, and nothing that'],
    [
      ['draw', menu],
      'a.docx',
      'A picture is SVG, PNG or PDF by the ending of its file, and no .docx.',
    ],
  ])('%j is not written into %s', async (args, name, message) => {
    const { code, text, stderr } = await writtenBy(args, name);
    expect({ code, text }).toEqual({ code: 2, text: undefined });
    expect(stderr).toContain(`error: ${message}`);
  });

  test('colours are for terminals, and stand in no file', async () => {
    const env = { FORCE_COLOR: '1' };
    for (const args of [
      ['replay', menu, ...log],
      ['diff', menu, 'menus/northwind-bank.ivr.yaml'],
      ['prove', menu, '--from', '2026-12-01'],
      ['replay', menu, '--as', menu, ...log],
    ]) {
      expect((await runIvr(args, { env })).stdout).toContain('\u001b[');
      expect((await writtenBy(args, 'colour.txt', env)).text).not.toContain('\u001b');
    }
  });
});
