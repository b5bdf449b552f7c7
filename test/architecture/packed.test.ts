import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const ivr = (...args: string[]): string => run(join(folder, 'node_modules/.bin/ivr'), ...args);

const menu = `ivr: 1
id: corner-shop
language: en
entries: [{start: main}]
nodes:
  main:
    kind: menu
    options: [{key: "1", say: "For orders, press 1.", to: orders}]
    noInput: {to: orders}
    noMatch: {to: orders}
  orders: {kind: queue, queue: orders}
`;

/** What a built file imports, itself or through what it imports, now or later, that is no file of ours. */
function packagesBehind(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const statements =
    /^(?:import|(?:import |export )?.*\} from|import .* from) "([^"]+)";$|\bimport\("([^"]+)"\)/gm;
  const imported = [...text.matchAll(statements)].map(([, now, later]) => now ?? later ?? '');
  return imported.flatMap((from) =>
    from.startsWith('.') ? packagesBehind(join(dirname(file), from), seen) : [from],
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ivrkit-packed-'));
  const npm = { cwd: root, encoding: 'utf8' as const, stdio: 'pipe' as const };
  execFileSync(process.execPath, ['scripts/build.mjs'], npm);
  const [packed] = JSON.parse(
    execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder],
      npm,
    ),
  ) as readonly { readonly filename: string }[];
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  run(
    'npm',
    'install',
    '--loglevel=error',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    `./${packed?.filename ?? ''}`,
  );
  writeFileSync(join(folder, 'shop.ivr.yaml'), menu);
}, 300_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed package, installed in an empty folder', () => {
  test('ivr tells its version and its commands', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(ivr('--version').trim()).toBe(version);
    expect(ivr('--help')).toContain('lint');
  });

  test('ivr lints a menu', () => {
    expect(ivr('lint', 'shop.ivr.yaml')).toContain('1 file');
  });

  test('ivr draws a menu', () => {
    ivr('draw', 'shop.ivr.yaml', '-o', 'shop.svg');
    expect(readFileSync(join(folder, 'shop.svg'), 'utf8')).toContain('</svg>');
  });

  test('ivr writes a report with the program of its page, the same in every zone and locale', () => {
    const pages = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    ].map((env) =>
      execFileSync(
        join(folder, 'node_modules/.bin/ivr'),
        ['report', 'shop.ivr.yaml', '--day', '2026-03-02'],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } },
      ),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/<script>[\s\S]*classList\.add\("live"\)[\s\S]*<\/script><\/body>/);
  });

  test('ivr loads a menu written in TypeScript', () => {
    writeFileSync(
      join(folder, 'shop.ivr.ts'),
      `import { defineScript } from 'ivrkit';
export default defineScript({ id: 'shop', language: 'en', entries: [{ start: 'a' }], nodes: { a: { kind: 'hangup' } } });
`,
    );
    expect(ivr('lint', 'shop.ivr.ts')).toContain('1 file');
  });

  test('the library is imported through its doors, with types, and through no other', () => {
    const script = `
      import { parseScript, lintScript } from 'ivrkit';
      import { drawFlow } from 'ivrkit/diagram';
      import { loadMenus } from 'ivrkit/node';
      console.log([parseScript, lintScript, drawFlow, loadMenus].map((one) => typeof one).join());
      await import('ivrkit/dist/flow/reach.js').catch((error) => console.log(error.code));`;
    writeFileSync(join(folder, 'use.mjs'), script);
    expect(run(process.execPath, 'use.mjs').trim().split('\n')).toEqual([
      'function,function,function,function',
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    ]);
    for (const door of ['index', 'node', 'diagram/index']) {
      expect(existsSync(join(folder, `node_modules/ivrkit/dist/${door}.d.ts`))).toBe(true);
    }
    expect(existsSync(join(folder, 'node_modules/ivrkit/schema/script.schema.json'))).toBe(true);
  });

  describe('a long log that several threads read', () => {
    const most = Math.min(availableParallelism(), 4);
    const threads = most === 1 ? 0 : most;
    /** Says whether a file gives the digest of a pipe, and how many threads were begun for each. */
    const beside = (file: string): string => {
      const script = `
      import { createReadStream } from 'node:fs';
      import { digestOf, loadLog } from 'ivrkit/logs';
      let threads = 0;
      process.on('worker', () => { threads += 1; });
      const digest = async (path) => digestOf(await loadLog([path], undefined, {
        cwd: process.cwd(), stdin: createReadStream('${file}'),
      }));
      const [pipe, before] = [await digest('-'), threads];
      console.log(before, pipe === (await digest('${file}')), threads);`;
      writeFileSync(join(folder, 'long.mjs'), script);
      const env = { ...process.env, TMPDIR: temporary() };
      return execFileSync(process.execPath, ['long.mjs'], {
        cwd: folder,
        encoding: 'utf8',
        env,
      }).trim();
    };
    const temporary = (): string => join(folder, 'temporary');
    beforeAll(() => {
      mkdirSync(temporary());
      run(process.execPath, join(root, 'bench/generate-log.mjs'), '2400000', 'long.csv');
      expect(statSync(join(folder, 'long.csv')).size).toBeGreaterThan(128 * 1024 * 1024);
    });

    test('gives what one reader of a pipe gives', () => {
      expect(beside('long.csv')).toBe(`0 true ${threads}`);
    }, 120_000);

    test('does so when its second half stands first, and leaves no rows behind', () => {
      const long = readFileSync(join(folder, 'long.csv'));
      const header = long.indexOf(10) + 1;
      const half = long.indexOf(10, long.length >> 1) + 1;
      const turned = [long.subarray(0, header), long.subarray(half), long.subarray(header, half)];
      writeFileSync(join(folder, 'turned.csv'), Buffer.concat(turned));
      // Each reads its range in vain, sorts it, and counts its share of the calls.
      expect(beside('turned.csv')).toBe(`0 true ${threads * 3}`);
      expect(readdirSync(temporary())).toEqual([]);
    }, 120_000);

    test('does so when it is packed, too, where only one thread can read it', () => {
      const packed = gzipSync(readFileSync(join(folder, 'turned.csv')), { level: 1 });
      writeFileSync(join(folder, 'turned.csv.gz'), packed);
      expect(beside('turned.csv.gz')).toBe(`0 true ${threads}`);
    }, 120_000);
  });

  test('what a browser loads asks for no part of Node, whichever chunk it stands in', () => {
    for (const door of ['index', 'check', 'diagram/index']) {
      const packages = packagesBehind(join(folder, `node_modules/ivrkit/dist/${door}.js`));
      expect(packages.length).toBeGreaterThan(0);
      expect(packages.filter((name) => name.startsWith('node:'))).toEqual([]);
    }
    expect(packagesBehind(join(folder, 'node_modules/ivrkit/dist/node.js'))).toContain(
      'node:fs/promises',
    );
  });

  test('doors and chunks are packed, with the licences of what was joined with them', () => {
    const dist = join(folder, 'node_modules/ivrkit/dist');
    const scripts = (readdirSync(dist, { recursive: true }) as readonly string[])
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.js') && !path.startsWith('chunks/'))
      .sort();
    expect(scripts).toEqual([
      'calls/log-thread.js',
      'check.js',
      'cli/main.js',
      'diagram/index.js',
      'files/part-linter.js',
      'index.js',
      'logs.js',
      'node.js',
    ]);
    const licences = readFileSync(join(dist, 'licences.txt'), 'utf8');
    for (const name of [
      ...['@dagrejs/graphlib', 'd3-selection', 'd3-zoom', 'get-east-asian-width', 'jsonc-parser'],
      ...['yaml', 'zod'],
    ])
      expect(licences).toMatch(
        new RegExp(`^${name} \\d+\\.\\d+\\.\\d+\n\n.*(licen|copyright)`, 'ims'),
      );
  });

  test('packages that are slow, or that users must be able to replace, stay outside', () => {
    const packages = packagesBehind(join(folder, 'node_modules/ivrkit/dist/cli/main.js'));
    expect(packages).toEqual(
      expect.arrayContaining([
        'opening_hours',
        'd3-node',
        'jiti',
        '@babel/parser',
        'csv-parse/sync',
      ]),
    );
    expect(packages.filter((name) => name === 'zod' || name === 'yaml')).toEqual([]);
  });

  test('checking a menu loads no package that is slow to load', () => {
    for (const name of ['northwind-bank.ivr.yaml', 'northwind-bank.directory.yaml'])
      copyFileSync(join(root, 'menus', name), join(folder, name));
    const hook = `export async function load(url, context, next) {
      if (url.includes('/node_modules/')) console.log(url.replace(/.*\\/node_modules\\//, ''));
      return next(url, context);
    }`;
    const register = `import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hook)}));`;
    writeFileSync(join(folder, 'register.mjs'), register);
    const main = 'node_modules/ivrkit/dist/cli/main.js';
    const lint = ['--import', './register.mjs', main, 'lint', 'northwind-bank.ivr.yaml'];
    const loaded = run(process.execPath, ...lint).split('\n');
    const packages = loaded.filter(
      (line) => /^\S+\.[cm]?js$/.test(line) && !line.startsWith('ivrkit/'),
    );
    const names = packages.map((path) => path.split('/')[0] ?? '');
    expect([...new Set(names)].sort()).toEqual(['commander', 'picocolors']);
  });
});
