import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { drawFlow } from '../../src/diagram/draw-flow.ts';
import { drawIcicle } from '../../src/diagram/icicle/draw-icicle.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { fakeReplay } from '../diagram/fake-replay.ts';
import { readFixture } from '../diagram/read-fixture.ts';
import { treeScript } from '../diagram/tree-script.ts';
import { browserPath, startBrowser } from '../support/browser.ts';
import { complaintsOf } from '../support/complaints-of.ts';

const inBrowser = browserPath === undefined ? describe.skip : describe;

const bank = readFixture('bank');
const findings = [
  { node: 'main', number: 1, severity: 'error', message: 'Callers wait too long.' },
  { node: 'cards', number: 2, severity: 'warning', message: 'No key leads to a person.' },
  { node: 'loans', number: 3, severity: 'info', message: 'This menu is rarely used.' },
] as const;

/** The stack of the drawing, and fonts that stand in for it on machines that lack its first. */
const fonts = ['', 'Liberation Sans', 'DejaVu Sans', 'Noto Sans', 'Inter'] as const;

let browser: Browser;
const drawings: Record<string, string> = {};

async function show(svg: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage();
  const complaints = complaintsOf(page, /^(?:data:|about:)/);
  await page.setContent(`<!doctype html><title>untouched</title><body style="margin:0">${svg}`);
  return { page, complaints };
}

/** Whether the machine has a font: else two fallbacks show through. */
const hasFont = (page: Page, font: string): Promise<boolean> =>
  page.evaluate(`(() => {
    const pen = document.createElement('canvas').getContext('2d');
    const wide = (family) => { pen.font = '72px ' + family; return pen.measureText('mmmwwwill').width; };
    return wide('"${font}", monospace') === wide('"${font}", serif');
  })()`);

/** Texts of one card that run into each other, or out of their card, by more than a pixel. */
const collisions = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const found = [];
    for (const card of document.querySelectorAll('[data-part="card"]')) {
      const box = card.querySelector(':scope > path').getBoundingClientRect();
      const texts = [...card.querySelectorAll('text')].filter((text) => !text.closest('[data-letter]'));
      const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
      boxes.forEach(([words, own], index) => {
        if (own.left < box.left - 1 || own.right > box.right + 1) found.push('out: ' + words);
        for (const [other, its] of boxes.slice(index + 1)) {
          const across = Math.min(own.right, its.right) - Math.max(own.left, its.left);
          const down = Math.min(own.bottom, its.bottom) - Math.max(own.top, its.top);
          if (across > 1 && down > 5) found.push(words + ' | ' + other);
        }
      });
    }
    return found;
  })()`);

/** Lines whose ends aren't on the outline of the card that they belong to. */
const looseEnds = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const found = [];
    const onOutline = (node, x, y) => {
      const card = [...document.querySelectorAll('[data-part="card"]')].find((one) => one.dataset.node === node);
      const shape = card.querySelector(':scope > path');
      const [left, top] = card.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
      shape.style.cssText = 'stroke-width:2.4;stroke-dasharray:none';
      const isOn = shape.isPointInStroke(new DOMPoint(x - left, y - top));
      shape.style.cssText = '';
      return isOn;
    };
    for (const wire of document.querySelectorAll('[data-part="wire"]')) {
      const [, line, arrow] = wire.querySelectorAll('path');
      const [x, y] = line.getAttribute('d').match(/-?[\\d.]+/g).map(Number);
      const [toX, toY] = arrow.getAttribute('transform').match(/-?[\\d.]+/g).map(Number);
      if (!onOutline(wire.dataset.from, x, y)) found.push('from ' + wire.getAttribute('aria-label'));
      if (!onOutline(wire.dataset.to, toX, toY)) found.push('to ' + wire.getAttribute('aria-label'));
      const end = line.getPointAtLength(line.getTotalLength());
      if (Math.hypot(end.x - toX, end.y - toY) > 12) found.push('short ' + wire.getAttribute('aria-label'));
    }
    return found;
  })()`);

inBrowser('a drawing, looked at closely', () => {
  beforeAll(async () => {
    browser = await startBrowser();
    const replay = fakeReplay(bank, 20_000);
    drawings['bank'] = await drawFlow(bank, { replay, findings, listsFindings: true });
    drawings['broken'] = await drawFlow(readFixture('broken'));
    drawings['languages'] = await drawFlow(readFixture('languages'));
    drawings['german'] = await drawFlow(bank, { replay, locale: 'de', minShare: 0.02 });
    drawings['icicle'] = await drawIcicle(bank, { replay });
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each(fonts)('keeps its texts apart in the font “%s”', async (font) => {
    const { page } = await show(drawings['bank'] ?? '');
    if (font !== '' && !(await hasFont(page, font))) {
      process.stderr.write(`The font ${font} isn't on this machine: nothing is looked at in it.\n`);
      await page.close();
      return;
    }
    for (const name of ['bank', 'broken', 'german']) {
      await page.setContent(`<!doctype html><body style="margin:0">${drawings[name] ?? ''}`);
      if (font !== '')
        await page.evaluate(`document.querySelector('svg').setAttribute('font-family', '${font}')`);
      expect({ name, texts: await collisions(page) }).toEqual({ name, texts: [] });
    }
    await page.close();
  });

  test.each(['bank', 'broken', 'german'])('of %s joins every line to its cards', async (name) => {
    const { page } = await show(drawings[name] ?? '');
    expect(await looseEnds(page)).toEqual([]);
    await page.close();
  });

  test.each(['languages', 'icicle'])('of %s only shows, whatever its labels say', async (name) => {
    const svg = drawings[name] ?? '';
    const { page, complaints } = await show(svg);
    expect(await page.title()).toBe('untouched');
    expect(await page.evaluate(`document.querySelectorAll('script, img, a').length`)).toBe(0);
    const parsed = await page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml').documentElement.localName`,
    );
    expect(parsed).toBe('svg');
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('follows the colours that a reader forces', async () => {
    const { page } = await show(drawings['bank'] ?? '');
    const fill = () =>
      page.evaluate(
        `getComputedStyle(document.querySelector('[data-part="card"] > path')).fill + getComputedStyle(document.querySelector('[data-part="card"] text')).fill`,
      );
    const own = await fill();
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    expect(await fill()).not.toBe(own);
    await page.close();
  });

  test('gives its names to those who listen, in the order of callers', async () => {
    const { page } = await show(drawings['bank'] ?? '');
    const names: readonly string[] = await page.evaluate(
      `[...document.querySelectorAll('[data-part="card"]')].map((card) => card.ariaLabel)`,
    );
    expect(names[0]).toMatch(/^Start: Incoming call/);
    expect(names[1]).toMatch(/^Decision: /);
    expect(names.every((name) => name.length > 10)).toBe(true);
    await page.close();
  });

  test('of a thousand steps is shown, too', async () => {
    const { page, complaints } = await show(await drawFlow(buildCallFlow(treeScript(1000))));
    expect(await page.evaluate(`document.querySelectorAll('[data-part="card"]').length`)).toBe(
      buildCallFlow(treeScript(1000)).nodes.length + 1,
    );
    expect(complaints).toEqual([]);
    await page.close();
  });
});
