import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { browserPath, startBrowser } from '../support/browser.ts';
import { runIvr } from '../support/run-ivr.ts';

const inBrowser = browserPath === undefined ? describe.skip : describe;
/** The width that A4 leaves between the margins, in CSS pixels. */
const paperWidth = 680;

inBrowser('a printed menu in a real browser', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    browser = await startBrowser();
    folder = mkdtempSync(join(tmpdir(), 'ivrkit-'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test('is styled without a word from the browser, and fits on paper in three languages', async () => {
    const args = ['menus/northwind-bank.ivr.yaml', '--format', 'html', '--languages', 'all'];
    const { stdout } = await runIvr(['print', ...args]);
    const file = join(folder, 'menu.html');
    writeFileSync(file, stdout);
    const page = await browser.newPage({
      javaScriptEnabled: true,
      viewport: { width: paperWidth, height: 1000 },
    });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media: 'print' });
    const seen = await page.evaluate(`({
      width: document.documentElement.scrollWidth,
      border: getComputedStyle(document.querySelector('h2')).borderTopStyle,
      rows: document.querySelectorAll('tbody tr').length,
    })`);
    expect(complaints).toEqual([]);
    expect(seen).toMatchObject({ width: paperWidth, border: 'solid' });
    expect((seen as { readonly rows: number }).rows).toBeGreaterThan(80);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000);
    await page.close();
  });
});
