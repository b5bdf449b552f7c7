import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const lacking = `# A bakery
ivr: 1
id: bakery
language: en
entries: [{ number: '+18005550142', start: main }]
nodes:
  main:
    kind: menu
    options:
      - {key: '1', say: 'For orders, press 1.', to: orders} # often
    noMatch: {to: orders}
  orders: {kind: queue, queue: orders}
`;
const mended = lacking.replace('noMatch: {to: orders}\n', '$&    noInput: {to: orders}\n');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-fix-'));
});
afterAll(() => rm(folder, { recursive: true }));

const put = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);
const get = (name: string) => readFile(join(folder, name), 'utf8');
const lint = (...args: readonly string[]) =>
  runIvr(['lint', '--no-config', '--only', 'no-input-unhandled', ...args], { cwd: folder });

describe('ivr lint --fix', () => {
  test('mends the file, tells how on stderr, and reports what is left', async () => {
    await put('a.ivr.yaml', lacking);
    const { code, stdout, stderr } = await lint('--fix', 'a.ivr.yaml');
    expect(stderr).toBe(
      'Fixed 1 finding in a.ivr.yaml\n  Lead silent callers of "main" to "orders" (no-input-unhandled)\n',
    );
    expect(stdout).toContain('no problems found');
    expect(code).toBe(0);
    expect(await get('a.ivr.yaml')).toBe(mended);
    expect((await lint('--fix', 'a.ivr.yaml')).stderr).toBe('Nothing was fixed.\n');
  });

  test('mends what the rules of this run find, and nothing else', async () => {
    await put('two.ivr.yaml', lacking.replace('    noMatch: {to: orders}\n', ''));
    await lint('--fix', 'two.ivr.yaml');
    expect(await get('two.ivr.yaml')).not.toContain('noMatch');
  });

  test('leaves what a comment suppresses', async () => {
    const text = lacking.replace(
      '  main:\n',
      '  # ivr-disable-next-line no-input-unhandled -- the platform does it\n  main:\n',
    );
    await put('suppressed.ivr.yaml', text);
    await lint('--fix', 'suppressed.ivr.yaml');
    expect(await get('suppressed.ivr.yaml')).toBe(text);
  });

  test('keeps a byte order mark, permissions, and links', async () => {
    await put('real.ivr.yaml', `\ufeff${lacking}`);
    await chmod(join(folder, 'real.ivr.yaml'), 0o640);
    await symlink('real.ivr.yaml', join(folder, 'link.ivr.yaml'));
    await lint('--fix', 'link.ivr.yaml');
    expect(await get('real.ivr.yaml')).toBe(`\ufeff${mended}`);
    const { mode } = await stat(join(folder, 'real.ivr.yaml'));
    expect(mode & 0o777).toBe(0o640);
  });

  test('leaves files of other encodings and formats alone, and says so', async () => {
    await put('wide.ivr.yaml', Buffer.from(`\ufeff${lacking}`, 'utf16le'));
    const wide = await lint('--fix', 'wide.ivr.yaml');
    expect(wide.stderr).toContain('wide.ivr.yaml is left alone: it is not UTF-8');
    await put(
      'menu.ts',
      `export default ${JSON.stringify({ ivr: 1, id: 'a', language: 'en', entries: [{ start: 'main' }], nodes: { main: { kind: 'hangup' } } })};\n`,
    );
    expect((await lint('--fix', 'menu.ts')).stderr).toContain('menu.ts is left alone: only ivrkit');
  });

  test('refuses standard input', async () => {
    const { code, stderr } = await lint('--fix', '-');
    expect(code).toBe(2);
    expect(stderr).toContain("can't be fixed");
  });
});

describe('ivr lint --fix-dry-run', () => {
  test('shows what would change and changes nothing', async () => {
    await put('dry.ivr.yaml', lacking);
    const { code, stdout, stderr } = await lint('--fix-dry-run', 'dry.ivr.yaml');
    expect(stderr).toBe(`Would fix 1 finding in dry.ivr.yaml
  Lead silent callers of "main" to "orders" (no-input-unhandled)
@@ line 10 @@
       - {key: '1', say: 'For orders, press 1.', to: orders} # often
     noMatch: {to: orders}
+    noInput: {to: orders}
   orders: {kind: queue, queue: orders}
`);
    expect(stdout).toContain('no-input-unhandled');
    expect(code).toBe(1);
    expect(await get('dry.ivr.yaml')).toBe(lacking);
  });
});
