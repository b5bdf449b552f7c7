import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserPath, startBrowser } from '../support/browser.ts';
import { complaintsOf } from '../support/complaints-of.ts';
import { runIvr } from '../support/run-ivr.ts';

const inBrowser = browserPath === undefined ? describe.skip : describe;

let browser: Browser;
let folder = '';
let file = '';

/** The page opened as its readers do: from a file, with the network off. */
async function opened(
  options: BrowserContextOptions & { readonly hash?: string; readonly path?: string } = {},
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const { hash = '', path = file, ...rest } = options;
  const context = await browser.newContext({
    ...{ offline: true, viewport: { width: 1440, height: 900 } },
    ...rest,
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page, /^(?:file|blob):/);
  await page.goto(`${pathToFileURL(path).href}${hash}`);
  return { page, complaints };
}

const card = (id: string): string => `#Menu-${id}`;
const litCards = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    `[...document.querySelectorAll('[data-part=card].lit')].map((one) => one.dataset.node)`,
  );
const transformOf = (page: Page): Promise<string> =>
  page.evaluate(`document.querySelector('#picture_ svg').style.transform`);
const panelTitle = (page: Page): Promise<string | null> =>
  page.locator('#panel_ h3').first().textContent();

inBrowser('the page of a report in a real browser', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    folder = mkdtempSync(join(tmpdir(), 'ivrkit-'));
    file = join(folder, 'report.html');
    const { code } = await runIvr([
      ...['report', 'menus/northwind-bank.ivr.yaml'],
      ...['--log', 'sample-logs/northwind-bank.csv', '-o', file],
    ]);
    expect(code).toBe(0);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test('pointing at a step lights the way to it, and leaving it lets go', async () => {
    const { page, complaints } = await opened();
    await page.locator(card('payments')).hover();
    const lit = await litCards(page);
    expect(lit).toEqual(
      expect.arrayContaining(['_start-0', 'hours', 'welcome', 'main', 'payments']),
    );
    expect(lit).not.toContain('closed-notice');
    await page.locator('#summary_title').hover();
    expect(await litCards(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('clicking keeps a step, shows its numbers and gives it an address; Esc lets go', async () => {
    const { page, complaints } = await opened();
    await page.locator(card('main')).click();
    expect(await panelTitle(page)).toBe('Main menu');
    expect(await page.locator('#panel_').textContent()).toContain('2,894');
    expect(page.url()).toMatch(/#main$/);
    expect(await page.locator(card('main')).getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('Escape');
    expect(page.url()).not.toContain('#');
    expect(await panelTitle(page)).toBe('Where most are lost');
    expect(await litCards(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('an address with a step opens the page there, and links in tables lead into the picture', async () => {
    const { page, complaints } = await opened({ hash: '#loan-desk' });
    expect(await panelTitle(page)).toBe('Loans team');
    await expect(page.locator(card('loan-desk')).isVisible()).resolves.toBe(true);
    const box = await page.locator(card('loan-desk')).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect(box?.y).toBeLessThan(900);
    await page.locator('#options_ a[href="#main"]').last().click();
    expect(await panelTitle(page)).toBe('Main menu');
    await page.locator('#ways_ [data-node=payments]').first().click();
    expect(await panelTitle(page)).toBe('Payments');
    expect(complaints).toEqual([]);
  });

  test('the find box looks in prompts and options, and Enter goes from hit to hit', async () => {
    const { page, complaints } = await opened();
    await page.locator('#find_').fill('unknown PAYMENT');
    expect(await page.locator('#found_').textContent()).toMatch(/^\d+ steps?$/);
    expect(await litCards(page)).toContain('payments');
    await page.keyboard.press('Enter');
    expect(await page.locator('#found_').textContent()).toMatch(/^1 of \d+$/);
    await page.locator('#find_').fill('no such words anywhere');
    expect(await page.locator('#found_').textContent()).toBe('Nothing');
    await page.keyboard.press('Escape');
    expect(await page.locator('#find_').inputValue()).toBe('');
    expect(complaints).toEqual([]);
  });

  test('the keyboard alone is enough: Tab in, arrows along the calls, Enter keeps', async () => {
    const { page, complaints } = await opened();
    await page.locator('[data-do=all]').focus();
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(`document.activeElement.dataset.node`);
    expect(await focused()).toBe('_start-0');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('hours');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('main');
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('welcome');
    await page.keyboard.press('Enter');
    expect(await panelTitle(page)).toBe('Welcome');
    const before = await transformOf(page);
    await page.keyboard.press('+');
    expect(await transformOf(page)).not.toBe(before);
    expect(complaints).toEqual([]);
  });

  test('a wheel alone scrolls the page; with Ctrl it zooms, and dragging moves', async () => {
    const { page } = await opened();
    await page.locator('#picture_').scrollIntoViewIfNeeded();
    const box = await page.locator('#picture_').boundingBox();
    const [x, y] = [(box?.x ?? 0) + 500, (box?.y ?? 0) + 200];
    await page.mouse.move(x, y);
    const before = await transformOf(page);
    await page.mouse.wheel(0, 60);
    expect(await transformOf(page)).toBe(before);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -120);
    await page.keyboard.up('Control');
    await page.waitForFunction(
      `document.querySelector('#picture_ svg').style.transform !== ${JSON.stringify(before)}`,
    );
    const zoomed = await transformOf(page);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 3 });
    await page.mouse.up();
    expect(await transformOf(page)).not.toBe(zoomed);
  });

  test('boxes of changes rewrite the command', async () => {
    const { page, complaints } = await opened();
    const command = () => page.locator('#command_').textContent();
    const boxes = page.locator('input[data-number]');
    const ticked = (): Promise<readonly string[]> =>
      page.evaluate(
        `[...document.querySelectorAll('input[data-number]:checked')].map((one) => one.dataset.number)`,
      );
    const all = await ticked();
    expect(all.length).toBeGreaterThan(1);
    expect(await command()).toContain(` --apply ${all.join(',')} -o `);
    await boxes.first().uncheck();
    const others = await ticked();
    expect(others).not.toContain('1');
    expect(await command()).toContain(` --apply ${others.join(',')} -o `);
    for (const box of await boxes.all()) await box.uncheck();
    expect(await page.locator('#command_').isVisible()).toBe(false);
    expect(await page.locator('#copied_').textContent()).toBe('No change is accepted.');
    expect(complaints).toEqual([]);
  });

  test('a change that builds on others takes them with it, and goes with them', async () => {
    const path = join(folder, 'bound.html');
    const bound = readFileSync(file, 'utf8').replace(
      'data-number="2"',
      'data-number="2" data-builds-on="1"',
    );
    writeFileSync(path, bound);
    const { page } = await opened({ path });
    const [first, second] = [page.locator('#accept_1'), page.locator('#accept_2')];
    await first.uncheck();
    expect(await second.isChecked()).toBe(false);
    await second.check();
    expect(await first.isChecked()).toBe(true);
    await second.uncheck();
    expect(await first.isChecked()).toBe(true);
  });

  test('a table is downloaded as CSV with its exact numbers', async () => {
    const { page, complaints } = await opened();
    await page.locator('#ends_ summary').click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download outcomes.csv' }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe('outcomes.csv');
    const lines = readFileSync(await download.path(), 'utf8').split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '\ufeffoutcome,calls,calls_of,calls_rate,calls_low,calls_high,calls_trust,means',
      'self-served,1527,3000,0.509,0.491111,0.526866,shown,"a task was done, or the caller heard what they asked for"',
    ]);
    expect(complaints).toEqual([]);
  });

  test('its policy lets no other script, style, image or address through', async () => {
    const { page, complaints } = await opened();
    await page.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      const style = document.createElement('style');
      style.textContent = 'body{display:none}';
      document.body.insertAdjacentHTML('beforeend', '<p onclick="1" id=Handler>x</p><iframe src="https://example.com"></iframe>');
      document.body.append(script, image, style);
    })()`);
    expect(await page.title()).toBe('Northwind Bank, main line: report');
    expect(await page.locator('body').isVisible()).toBe(true);
    expect(
      complaints.filter((one) => one.includes('Content Security Policy')).length,
    ).toBeGreaterThan(3);
  });

  test('without scripts everything is there but what moves', async () => {
    const { page, complaints } = await opened({ javaScriptEnabled: false });
    await expect(page.locator(card('main')).isVisible()).resolves.toBe(true);
    expect(await page.locator('.live-only').evaluateAll((all) => all.length)).toBeGreaterThan(3);
    expect(await page.locator('#find_').isVisible()).toBe(false);
    expect(await page.locator('#accept_1').isVisible()).toBe(false);
    await page.locator('#ends_ summary').click();
    expect(await page.locator('#ends_ table').first().isVisible()).toBe(true);
    await page.goto(`${pathToFileURL(file).href}#payments`);
    expect(await page.locator('section#payments').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('everything that can be pressed or looked at has a name', async () => {
    const { page } = await opened();
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toMatch(/button "Menu: Main menu.* 2,894 calls, 3\.8% are lost here\./);
    expect(tree).toMatch(/searchbox "Find"/);
    expect(tree).toMatch(/checkbox "Accept"/);
    expect(tree).toMatch(/heading "Where callers are lost" \[level=2\]/);
    expect(tree).not.toMatch(/^\s*- (?:button|link|checkbox|searchbox|img)(?::|$)/m);
    const unnamed: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll('svg, svg [role=graphics-symbol], svg [role=button]')]
        .filter((one) => !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')))
        .map((one) => one.outerHTML.slice(0, 80))`,
    );
    expect(unnamed).toEqual([]);
  });

  test('it is dark for readers who want that, light on paper, and still where motion is unwelcome', async () => {
    const background = (page: Page): Promise<string> =>
      page.evaluate(`getComputedStyle(document.body).backgroundColor`);
    const light = await opened();
    const dark = await opened({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await background(light.page)).toBe('rgb(255, 255, 255)');
    expect(await background(dark.page)).toBe('rgb(16, 21, 27)');
    await dark.page.locator('[data-do=in]').click();
    expect(
      await dark.page.evaluate(
        `getComputedStyle(document.querySelector('#picture_ svg')).transitionProperty`,
      ),
    ).toBe('none');
    await dark.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await background(dark.page)).toBe('rgb(255, 255, 255)');
    expect(
      await dark.page.evaluate(
        `getComputedStyle(document.querySelector('#picture_ svg')).transform`,
      ),
    ).toBe('none');
  });

  test('it fits a phone: nothing is wider than the screen', async () => {
    const { page } = await opened({ viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(`document.documentElement.scrollWidth`)).toBe(390);
  });

  test('labels that try to be markup do nothing but show', async () => {
    const path = join(folder, 'hostile.ivr.yaml');
    const label = `</script><img src=x onerror="alert(1)"><svg onload=alert(2)>`;
    writeFileSync(
      path,
      `ivr: 1
id: hostile
title: ${JSON.stringify(label)}
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    title: ${JSON.stringify(label)}
    options: [{key: "1", title: ${JSON.stringify(label)}, say: ${JSON.stringify(label)}, to: bye}]
    noInput: {to: bye}
    noMatch: {to: bye}
  bye: {kind: hangup, title: "javascript:alert(3)"}
`,
    );
    const out = join(folder, 'hostile.html');
    await runIvr(['report', path, '-o', out, '--day', '2026-03-02']);
    const { page, complaints } = await opened({ path: out });
    await page.locator(card('main')).click();
    expect(await panelTitle(page)).toBe(label);
    expect(await page.evaluate(`document.querySelectorAll('img, svg svg').length`)).toBe(0);
    expect(complaints).toEqual([]);
  });
});
