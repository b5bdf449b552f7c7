import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * The machine's Chromium, or a browser that is built on it: the one that CHROMIUM_PATH or CHROME_PATH
 * names, else one on the PATH, else one where systems install it. Nothing where none is found.
 */
export async function findBrowser(
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const named = env['CHROMIUM_PATH'] ?? env['CHROME_PATH'];
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  const candidates = [
    ...(named === undefined || named === '' ? [] : [named]),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
  ];
  for (const path of candidates) if (await canRun(path)) return path;
  return undefined;
}
