// A report of a menu with 1,000 steps: how long the page takes to write, to paint and to zoom.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { menuText } from './generate-menus.mjs';
import { measureInTurns, printTable } from './measure.mjs';

const ivr = 'dist/cli/main.js';
const bare = 'node -e 0';
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Milliseconds to the first paint of a page, to the end of its program, and of frames while it zooms. */
async function inBrowser(file) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(pathToFileURL(file).href);
    await page.waitForFunction('performance.getEntriesByName("first-contentful-paint").length > 0');
    const painted = await page.evaluate(
      'performance.getEntriesByName("first-contentful-paint")[0].startTime',
    );
    const loaded = await page.evaluate(
      'performance.timing.loadEventEnd - performance.timing.navigationStart',
    );
    const zoomed = await page.evaluate(`(async () => {
      const stage = document.getElementById('picture_');
      stage.scrollIntoView({ behavior: 'instant', block: 'center' });
      const svg = stage.querySelector('svg');
      const { left, top, width, height } = stage.getBoundingClientRect();
      const frames = [];
      let last = await new Promise(requestAnimationFrame);
      for (let step = 0; step < 40; step += 1) {
        svg.dispatchEvent(new WheelEvent('wheel', {
          ctrlKey: true, deltaY: step < 20 ? 60 : -60, bubbles: true, cancelable: true,
          clientX: left + width / 2, clientY: top + height / 2,
        }));
        const now = await new Promise(requestAnimationFrame);
        frames.push(now - last);
        last = now;
      }
      return frames.sort((a, b) => a - b);
    })()`);
    const hovered = await page.evaluate(`(() => {
      const cards = [...document.querySelectorAll('[data-part=card]')].slice(0, 50);
      const begin = performance.now();
      for (const card of cards) card.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      return (performance.now() - begin) / cards.length;
    })()`);
    const at = (share) => zoomed[Math.floor((zoomed.length - 1) * share)];
    return { painted, loaded, middle: at(0.5), slow: at(0.95), hovered };
  } finally {
    await browser.close();
  }
}

/** How long a page takes to write, to paint and to zoom, by the steps of its menu. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'ivrkit-bench-'));
  try {
    for (const steps of [25, 120, 1000]) {
      const [menu, log, page] = ['menu.ivr.yaml', 'calls.csv', 'report.html'].map((name) =>
        join(folder, name),
      );
      writeFileSync(menu, menuText(3, steps));
      await measureInTurns(
        { log: [ivr, 'simulate', menu, '--calls', '3000', '--seed', '3', '-o', log] },
        1,
      );
      const results = await measureInTurns(
        {
          [bare]: ['-e', '0'],
          [`ivr report, ${steps} steps, 3,000 calls`]: [
            ivr,
            'report',
            menu,
            '--log',
            log,
            '-o',
            page,
          ],
        },
        2,
      );
      printTable(`A page of ${steps} steps`, results, bare);
      const size = `${(statSync(page).size / 1e6).toFixed(2)} MB`;
      if (!existsSync(executablePath)) {
        console.log(`${size}; no browser was found: set CHROMIUM_PATH.`);
        continue;
      }
      const seen = await inBrowser(page);
      const ms = (value) => `${value.toFixed(0)} ms`;
      console.log(
        `${size}; first paint ${ms(seen.painted)}, ready ${ms(seen.loaded)}; zoom frames ${ms(seen.middle)} in the middle, ${ms(seen.slow)} at 95 %; a hover ${seen.hovered.toFixed(1)} ms`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
