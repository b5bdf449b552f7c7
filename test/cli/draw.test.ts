import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPath } from '../support/browser.ts';
import { runIvr } from '../support/run-ivr.ts';

const bank = 'menus/northwind-bank.ivr.yaml';
const inBrowser = browserPath === undefined ? test.skip : test;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-draw-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('ivr draw', () => {
  test('marks what ivr lint finds when asked to, and lists it below', async () => {
    const menu = 'menus/broken-line.ivr.yaml';
    const plain = await runIvr(['draw', menu]);
    expect(plain.stdout).not.toContain('data-findings');
    const marked = await runIvr(['draw', menu, '--findings']);
    const linted = await runIvr(['lint', menu, '--fail-on', 'never', '--format', 'json']);
    const { findings } = JSON.parse(linted.stdout) as { findings: { message: string }[] };
    const numbers = [...marked.stdout.matchAll(/data-part="finding" data-findings="(\d+)"/g)];
    expect(numbers.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: numbers.length }, (_, index) => index + 1),
    );
    // Those of the directory are another picture's.
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.length).toBeLessThanOrEqual(findings.length);
  });

  test('writes no picture into a file that says it is another kind', async () => {
    const output = join(folder, 'bank.jpg');
    const { code, stderr } = await runIvr(['draw', bank, '-o', output]);
    expect(code).toBe(2);
    expect(stderr).toContain('SVG, PNG or PDF by the ending of its file, and no .jpg.');
    expect(existsSync(output)).toBe(false);
  });

  test('draws a page for each key of the main menu into a folder', async () => {
    const output = join(folder, 'pages');
    const { code, stdout } = await runIvr(['draw', bank, '--pages', '-o', output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const files = readdirSync(output).sort();
    expect(files[0]).toBe('01-overview.svg');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(readFileSync(join(output, file), 'utf8')).toMatch(/^<svg /);
  });

  test.each([
    [['--pages'], /name a folder or a PDF with -o/],
    [['--pages', '-o', 'x.png'], /A PNG has no pages/],
    [['--depth', '0'], /a number of columns from 1 on/],
    [['--depth', 'two'], /a number of columns from 1 on/],
    [['--min-share', '1'], /a share like 1%/],
    [['--min-share', '101%'], /a share like 1%/],
    [['--min-share', '1%'], /Without calls it is unknown/],
    [['--focus', 'crads'], /Did you mean "cards"\?/],
  ])('takes no %j', async (args, message) => {
    const { code, stderr } = await runIvr(['draw', bank, ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('says when a sheet holds more than one can read', async () => {
    const nodes = Array.from(
      { length: 70 },
      (_, at) => `  n${at}: {kind: announcement, say: Hello., to: n${at + 1}}`,
    );
    const stdin = [
      'ivr: 1\nid: long\nlanguage: en\nentries: [{start: n0}]\nnodes:',
      ...nodes,
      '  n70: {kind: hangup}',
    ].join('\n');
    const whole = await runIvr(['draw', '-'], { stdin });
    expect(whole.stderr).toMatch(
      /71 steps are hard to read on one sheet: try --pages or --as icicle/,
    );
    const part = await runIvr(['draw', '-', '--depth', '1'], { stdin });
    expect(part.stderr).toBe('');
  });

  test('says what a PNG needs where no browser is', async () => {
    const output = join(folder, 'none.png');
    const env = { PATH: '/nowhere', CHROMIUM_PATH: '/nowhere/chromium' };
    const { code, stderr } = await runIvr(['draw', bank, '-o', output], { env });
    if (code === 0) return; // A browser stands where systems install it.
    expect(code).toBe(3);
    expect(stderr).toMatch(/A PNG needs Chromium or Chrome, and none was found/);
    expect(existsSync(output)).toBe(false);
  });

  inBrowser('draws a PNG and a PDF with a browser', async () => {
    const env = { CHROMIUM_PATH: browserPath ?? '' };
    const png = join(folder, 'clinic.png');
    const menu = 'menus/harbour-clinic.ivr.yaml';
    expect((await runIvr(['draw', menu, '-o', png], { env })).stderr).toBe('');
    expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
    const pdf = join(folder, 'clinic.pdf');
    expect((await runIvr(['draw', menu, '--pages', '-o', pdf], { env })).stderr).toBe('');
    const content = readFileSync(pdf, 'latin1');
    expect(content).toMatch(/^%PDF-/);
    const { stdout } = await runIvr(['draw', menu]);
    const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(stdout) ?? [];
    const bytes = readFileSync(png);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      2 * Number(width),
      2 * Number(height),
    ]);
  });
});
