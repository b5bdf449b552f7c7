import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { browserPath, startBrowser } from '../support/browser.ts';
import { projectFolder, runIvr } from '../support/run-ivr.ts';

const names = ['northwind-bank', 'clearwater-utility', 'harbour-clinic', 'meridian-air'] as const;
const inBrowser = browserPath === undefined ? describe.skip : describe;

let browser: Browser;
let svgs: Readonly<Record<string, string>> = {};

async function drawn(name: string): Promise<string> {
  const { stdout } = await runIvr([
    'draw',
    `menus/${name}.ivr.yaml`,
    '--log',
    `sample-logs/${name}.csv`,
  ]);
  return stdout;
}

/** A page that shows a drawing inline, and everything that the browser complained about. */
async function pageWith(content: string, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ colorScheme });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url() !== 'about:blank')
      complaints.push(request.url());
  });
  await page.setContent(`<!doctype html><body style="margin:0">${content}</body>`);
  return { page, complaints };
}

/** Texts that reach out of their card by more than a pixel. */
function textsOutside(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const outside = [];
    for (const card of document.querySelectorAll('g[id^="ivr-"][role="graphics-symbol"]')) {
      const box = card.querySelector('.f-card, .f-ink')?.getBoundingClientRect();
      if (!box) continue;
      for (const text of card.querySelectorAll('text')) {
        // The letter of a shared destination stands in a disc on the edge.
        if (/^[A-Z]{1,2}$/.test(text.textContent)) continue;
        const own = text.getBoundingClientRect();
        if (own.left < box.left - 1 || own.right > box.right + 1) outside.push(card.id + ': ' + text.textContent);
      }
    }
    return outside;
  })()`);
}

inBrowser('a drawing in a real browser', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    svgs = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await drawn(name)] as const)),
    );
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(names)(
    '%s is well-formed XML, asks for nothing, and every text fits its card',
    async (name) => {
      const svg = svgs[name] ?? '';
      const { page, complaints } = await pageWith(svg);
      const parseError = await page.evaluate(
        `new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''`,
      );
      expect(parseError).toBe('');
      expect(await textsOutside(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('every card and every line has a name for those who listen to it', async () => {
    const { page } = await pageWith(svgs['northwind-bank'] ?? '');
    const names: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll('[role="graphics-symbol"]')].map((one) => one.getAttribute('aria-label') ?? '')`,
    );
    expect(names.length).toBeGreaterThan(60);
    expect(names.filter((label) => label.trim() === '')).toEqual([]);
    await page.close();
  });

  test('it turns dark with the reader, even as an image, and stays light in print', async () => {
    const svg = svgs['harbour-clinic'] ?? '';
    const image = `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`;
    const corner = async (content: string, scheme: 'light' | 'dark', media: 'screen' | 'print') => {
      const { page } = await pageWith(content, scheme);
      await page.emulateMedia({ media, colorScheme: scheme });
      const shot = await page.screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } });
      await page.close();
      return shot.toString('base64');
    };
    const light = await corner(image, 'light', 'screen');
    expect(await corner(image, 'dark', 'screen')).not.toBe(light);
    expect(await corner(svg, 'dark', 'screen')).not.toBe(light);
    expect(await corner(svg, 'dark', 'print')).toBe(light);
  });

  test('labels that try to be markup only show', async () => {
    const script = readFileSync(join(projectFolder, 'menus/harbour-clinic.ivr.yaml'), 'utf8');
    const hostile = script.replace(
      /^title: .*$/m,
      `title: "</title><script>document.title='owned'</script><img src=x onerror=alert(1)>"`,
    );
    const { stdout } = await runIvr(['draw', '-'], {
      stdin: hostile.replace(/^directory: .*$/m, ''),
    });
    const { page, complaints } = await pageWith(stdout);
    expect(await page.title()).not.toBe('owned');
    expect(await page.evaluate(`document.querySelectorAll('script, img').length`)).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
