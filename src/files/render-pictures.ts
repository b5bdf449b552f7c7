import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IvrError } from '../source/ivr-error.ts';
import { findBrowser } from './find-browser.ts';

export type PictureFormat = 'png' | 'pdf';

/** Pixels of the picture for one of the drawing, where the browser can hold that many. */
const sharpness = 2;
/** The longest side of a picture in pixels: browsers cut longer ones. */
const longestSide = 16_000;
/** How long a browser may take, in milliseconds. */
const patience = 120_000;

const firstBytes: Readonly<Record<PictureFormat, string>> = { png: '\u0089PNG', pdf: '%PDF-' };

interface Size {
  readonly width: number;
  readonly height: number;
}

function sizeOf(svg: string): Size {
  const [, width, height] = /^<svg [^>]*?viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { width: Number(width ?? 1), height: Number(height ?? 1) };
}

/** Pages as large as their drawings; as images, so that the names in one don't meet those of another. */
function pageOf(svgs: readonly string[], scale: number): string {
  const sizes = svgs.map(sizeOf).map(({ width, height }) => ({
    width: Math.ceil(width * scale),
    height: Math.ceil(height * scale),
  }));
  const rules = sizes.map(
    ({ width, height }, index) => `@page p${index}{size:${width}px ${height}px;margin:0}`,
  );
  const images = svgs.map((svg, index) => {
    const { width, height } = sizes[index] ?? { width: 1, height: 1 };
    const data = Buffer.from(svg).toString('base64');
    return `<div style="page:p${index};break-inside:avoid"><img width="${width}" height="${height}" src="data:image/svg+xml;base64,${data}"></div>`;
  });
  const style = `html,body{margin:0}img{display:block}${rules.join('')}`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${images.join('')}`;
}

/** What a browser is to make of a page with these drawings, and how large they are on it. */
function orderFor(format: PictureFormat, svgs: readonly string[], output: string) {
  if (format === 'pdf')
    return { scale: 1, args: [`--print-to-pdf=${output}`, '--no-pdf-header-footer'] };
  const { width, height } = sizeOf(svgs[0] ?? '');
  const most = longestSide / Math.max(width, height);
  // Browsers lay out a window of any size, but slowly: what is too large is made smaller on the page.
  const scale = Math.min(1, most);
  const window = [width, height].map((side) => Math.ceil(side * scale));
  return {
    scale,
    args: [
      `--screenshot=${output}`,
      `--window-size=${window.join(',')}`,
      `--force-device-scale-factor=${Math.max(1, Math.min(sharpness, most))}`,
      '--hide-scrollbars',
    ],
  };
}

/** Runs the browser to its end; what it says matters only where nothing came of it. */
function runBrowser(browser: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: patience });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-2000);
    });
    child.on('error', (error) => {
      resolve(error.message);
    });
    child.on('close', () => {
      resolve(said);
    });
  });
}

/**
 * Drawings as a PNG of the first (twice as sharp as a screen, where a browser can hold that) or as a PDF
 * with a page for each, by the Chromium or Chrome of the machine. Throws an IvrError `browser-missing`
 * where there is none, and `browser-failed` where it makes no picture.
 */
export async function renderPictures(
  svgs: readonly string[],
  format: PictureFormat,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Uint8Array> {
  const browser = await findBrowser(env);
  if (browser === undefined)
    throw new IvrError(
      'browser-missing',
      `A ${format.toUpperCase()} needs Chromium or Chrome, and none was found.`,
      {
        help: 'Install one, or set CHROMIUM_PATH to it; an SVG needs none.',
      },
    );
  const folder = await mkdtemp(join(tmpdir(), 'ivr-picture-'));
  try {
    const page = join(folder, 'page.html');
    const output = join(folder, `picture.${format}`);
    const { scale, args } = orderFor(format, svgs, output);
    await writeFile(page, pageOf(format === 'png' ? svgs.slice(0, 1) : svgs, scale));
    const said = await runBrowser(browser, [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--no-first-run',
      `--user-data-dir=${join(folder, 'profile')}`,
      // Chromium refuses to sandbox what the superuser runs, as in containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...args,
      pathToFileURL(page).href,
    ]);
    const picture = await readFile(output).catch(() => undefined);
    const start = firstBytes[format];
    if (picture?.subarray(0, start.length).toString('latin1') !== start)
      throw new IvrError('browser-failed', `${browser} made no ${format.toUpperCase()}.`, {
        help: 'Run it by hand to see why, or name another one with CHROMIUM_PATH.',
        cause: new Error(said),
      });
    return picture;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
