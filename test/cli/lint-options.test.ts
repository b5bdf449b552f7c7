import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

interface LintDocument {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly path: string;
    readonly start: { readonly line: number };
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** A menu in which the rule `dead-end` finds something at each `say`. */
const menu = (
  ...comments: readonly string[]
) => `${comments.map((one) => `# ${one}\n`).join('')}ivr: 1
id: shop
language: en
entries: [{start: hello}]
nodes:
  hello: {kind: announcement, say: Hello.}
`;

async function lint(args: readonly string[], cwd = '') {
  const all = ['lint', ...args, '--format', 'json'];
  const { code, stdout, stderr } = await runIvr(all, { cwd: join(folder, cwd) });
  if (code > 1) return { code, stderr, found: [], summary: {} };
  const { findings, summary } = JSON.parse(stdout) as LintDocument;
  const found = findings.map(
    ({ path, ruleId, severity, start }) => `${path}:${start.line} ${severity} ${ruleId}`,
  );
  return { code, stderr, found, summary };
}

const deadEnd = 'shop.ivr.yaml:6 error dead-end';

describe('the configuration of ivr lint', () => {
  test('is the nearest above the working directory, and sees paths from its own folder', async () => {
    await put('ivr.config.yaml', "overrides: [{files: 'old/**', rules: {dead-end: warning}}]\n");
    await put('old/shop.ivr.yaml', menu());
    await put('new/shop.ivr.yaml', menu());
    expect((await lint(['old', 'new'])).found).toEqual([
      'new/shop.ivr.yaml:6 error dead-end',
      'old/shop.ivr.yaml:6 warning dead-end',
    ]);
    expect((await lint(['shop.ivr.yaml'], 'old')).found).toEqual([
      'shop.ivr.yaml:6 warning dead-end',
    ]);
    await put('old/ivr.config.json', '{"rules": {"dead-end": "info"}}');
    expect((await lint(['shop.ivr.yaml'], 'old')).found).toEqual(['shop.ivr.yaml:6 info dead-end']);
  });

  test('can be named, or left out', async () => {
    await put('shop.ivr.yaml', menu());
    await put('ivr.config.yaml', 'rules: {dead-end: off}\n');
    await put('ci/strict.yaml', 'rules: {dead-end: warning}\n');
    expect(await lint(['shop.ivr.yaml'])).toMatchObject({ code: 0, found: [] });
    expect((await lint(['shop.ivr.yaml', '--no-config'])).found).toEqual([deadEnd]);
    expect((await lint(['shop.ivr.yaml', '--config', 'ci/strict.yaml'])).found).toEqual([
      'shop.ivr.yaml:6 warning dead-end',
    ]);
  });

  test('stops the run where it is wrong, with every place', async () => {
    await put('shop.ivr.yaml', menu());
    await put('ivr.config.yaml', 'rules:\n  deadend: off\n  dead-end: erorr\n');
    const { code, stderr } = await lint(['shop.ivr.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('error: ivr.config.yaml:2:3: There is no rule "deadend".');
    expect(stderr).toContain('ivr.config.yaml:3:13: "dead-end" can\'t be "erorr" here.');
    expect((await lint(['shop.ivr.yaml', '--config', 'none.yaml'])).code).toBe(2);
    expect((await lint(['shop.ivr.yaml', '--no-config'])).code).toBe(1);
  });

  test('sets checks of directories and of suppressions too', async () => {
    await put('shop.ivr.yaml', menu('ivr-disable duplicate-key -- not yet'));
    await put(
      'a.directory.yaml',
      'directory: 1\nid: d\ntimeZone: Europe/Madrid\nqueues: {}\ncalendars: {c: {timeZone: US/Eastern, hours: "24/7"}}\n',
    );
    const before = (
      await lint(['.', '--only', 'deprecated-zone', 'unused-suppression', 'duplicate-key'])
    ).found;
    expect(before).toEqual([
      'a.directory.yaml:5 warning deprecated-zone',
      'shop.ivr.yaml:1 warning unused-suppression',
    ]);
    await put('ivr.config.yaml', 'rules: {deprecated-zone: off, unused-suppression: error}\n');
    const { found } = await lint(['.']);
    expect(found).toContain('shop.ivr.yaml:1 error unused-suppression');
    expect(found.join()).not.toContain('deprecated-zone');
  });

  test('is what ivr analyze goes by', async () => {
    await put('shop.ivr.yaml', menu());
    await put('ivr.config.yaml', 'rules: {dead-end: off}\n');
    const run = (...args: readonly string[]) =>
      runIvr(['analyze', 'shop.ivr.yaml', ...args], { cwd: folder });
    expect(await run()).toMatchObject({ code: 0, stdout: expect.not.stringContaining('dead-end') });
    expect((await run('--no-config')).code).toBe(1);
    await put('shop.ivr.yaml', menu('ivr-disable dead-end -- the recording says goodbye'));
    expect((await run('--no-config')).code).toBe(0);
  });
});

describe('the rules chosen for one run of ivr lint', () => {
  beforeEach(async () => {
    await put('shop.ivr.yaml', menu());
    await put('ivr.config.yaml', "overrides: [{files: '*', rules: {dead-end: info}}]\n");
  });

  test('win over the configuration', async () => {
    expect((await lint(['shop.ivr.yaml', '--rule', 'dead-end=warning'])).found).toEqual([
      'shop.ivr.yaml:6 warning dead-end',
    ]);
    expect((await lint(['shop.ivr.yaml', '--rule', 'dead-end=off'])).found).toEqual([]);
  });

  test('can be the only ones', async () => {
    const others = await lint(['shop.ivr.yaml', '--only', 'missing-target,duplicate-key']);
    expect(others).toMatchObject({ code: 0, found: [] });
    expect((await lint(['shop.ivr.yaml', '--only', 'missing-target', 'dead-end'])).found).toEqual([
      'shop.ivr.yaml:6 info dead-end',
    ]);
  });

  test('can be more presets', async () => {
    const { code } = await lint(['shop.ivr.yaml', '--preset', 'strict', 'law-spain']);
    expect(code).toBe(0);
  });

  test.each([
    [['--rule', 'deadend=off'], 'Did you mean "dead-end"?'],
    [['--rule', 'dead-end=of'], 'Did you mean "off"?'],
    [['--only', 'deadend'], 'Did you mean "dead-end"?'],
    [['--only', 'dead-end', 'old/shop.ivr.yaml'], 'Name files before'],
    [['--preset', 'strickt'], 'law-spain'],
    [['--baseline', 'none.json'], '--write-baseline'],
    [['--write-baseline', '--prune-baseline'], '--prune-baseline'],
  ])('are refused where they are none: %j', async (args, words) => {
    const { code, stderr } = await lint(['shop.ivr.yaml', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});

describe('suppressions in files', () => {
  test('hold in YAML, in JSON with comments and in TypeScript', async () => {
    const reason = '-- the recording says goodbye';
    await put(
      'a.ivr.yaml',
      menu().replace('  hello', `  # ivr-disable-next-line dead-end ${reason}\n  hello`),
    );
    const nodes = '"nodes": {"a": {"kind": "announcement", "say": "Hello."}}';
    const head = '"ivr": 1, "id": "b", "language": "en", "entries": [{"start": "a"}]';
    await put('b.ivr.json', `// ivr-disable dead-end ${reason}\n{${head},\n${nodes}}`);
    await put(
      'c.ivr.ts',
      `/* ivr-disable dead-end ${reason} */\nexport default {${head.replace('"b"', '"c"')},\n${nodes}};\n`,
    );
    const { code, found, summary } = await lint(['a.ivr.yaml', 'b.ivr.json', 'c.ivr.ts']);
    expect({ code, found }).toEqual({ code: 0, found: [] });
    expect(summary).toMatchObject({ suppressed: 3, errors: 0 });
  });

  test('are judged only by rules that ran', async () => {
    await put('shop.ivr.yaml', menu('ivr-disable dead-end, duplicate-key -- why'));
    expect((await lint(['shop.ivr.yaml'])).found).toEqual([
      'shop.ivr.yaml:1 warning unused-suppression',
    ]);
    expect((await lint(['shop.ivr.yaml', '--rule', 'duplicate-key=off'])).found).toEqual([]);
    await put('shop.ivr.yaml', menu('ivr-disable dead-end -- why').replace('nodes:', 'nodes: ]'));
    expect((await lint(['shop.ivr.yaml'])).found).toEqual(['shop.ivr.yaml:6 error syntax']);
  });

  test('without a reason don’t hold', async () => {
    await put('shop.ivr.yaml', menu('ivr-disable dead-end'));
    expect((await lint(['shop.ivr.yaml'])).found).toEqual([
      'shop.ivr.yaml:1 error suppression-without-reason',
      'shop.ivr.yaml:7 error dead-end',
    ]);
  });

  test('are counted for people', async () => {
    await put('shop.ivr.yaml', menu('ivr-disable dead-end -- why'));
    const { stdout } = await runIvr(['lint', 'shop.ivr.yaml'], { cwd: folder });
    expect(stdout).toBe('1 file, 1 node: no problems found (1 suppressed)\n');
  });
});

describe('a baseline', () => {
  const args = ['menus', '--baseline', 'ci/baseline.json'];
  const entriesIn = async () =>
    (JSON.parse(await readFile(join(folder, 'ci/baseline.json'), 'utf8')) as LintDocument).findings;

  beforeEach(async () => {
    await put('menus/shop.ivr.yaml', menu());
    await put('menus/old/shop.ivr.yaml', menu());
  });

  test('hides what it was written with, until it is gone', async () => {
    const written = await lint([...args, '--write-baseline']);
    expect(written).toMatchObject({ code: 0, found: [], summary: { baselined: 2 } });
    expect(written.stderr).toBe('ci/baseline.json now holds 2 findings\n');
    expect((await entriesIn()).map(({ path }) => path)).toEqual([
      '../menus/old/shop.ivr.yaml',
      '../menus/shop.ivr.yaml',
    ]);
    await put('menus/shop.ivr.yaml', menu('a line', 'another line'));
    expect(await lint(args)).toMatchObject({ code: 0, found: [], summary: { stale: 0 } });
    expect(
      await lint(['shop.ivr.yaml', '--baseline', '../ci/baseline.json'], 'menus'),
    ).toMatchObject({ code: 0, summary: { baselined: 1 } });

    await put('menus/shop.ivr.yaml', menu().replace('announcement, say: Hello.', 'hangup'));
    const stale = await lint(args);
    expect(stale).toMatchObject({
      code: 1,
      found: ['ci/baseline.json:5 error stale-baseline'],
      summary: { baselined: 1, stale: 1 },
    });
    expect((await lint([...args, '--fail-on', 'never'])).code).toBe(0);
    expect(await lint([...args, '--prune-baseline'])).toMatchObject({
      code: 0,
      found: [],
      stderr: 'ci/baseline.json now holds 1 finding\n',
    });
    expect(await lint(args)).toMatchObject({ code: 0, summary: { stale: 0, baselined: 1 } });
    expect((await lint([...args, '--prune-baseline'])).stderr).toBe('');
  });

  test('does not hide new findings', async () => {
    await lint([...args, '--write-baseline']);
    await put('menus/shop.ivr.yaml', `${menu()}  bye: {kind: announcement, say: Bye.}\n`);
    const { code, found } = await lint(args);
    expect(code).toBe(1);
    expect(found).toEqual(['menus/shop.ivr.yaml:7 error unreachable-node']);
  });

  test('judges no entry of files and rules that were left out, but those of files that are gone', async () => {
    await lint([...args, '--write-baseline']);
    await put('menus/shop.ivr.yaml', menu().replace('announcement, say: Hello.', 'hangup'));
    const rest = ['--baseline', 'ci/baseline.json'];
    expect((await lint(['menus/old', ...rest])).summary).toMatchObject({ stale: 0, baselined: 1 });
    expect((await lint(['menus', ...rest, '--only', 'missing-target'])).summary).toMatchObject({
      stale: 0,
    });
    await lint(['menus/old', ...rest, '--write-baseline']);
    expect((await entriesIn()).length).toBe(2);
    await put('menus/shop.ivr.yaml', 'ivr: 1\nnodes: ]\n');
    expect((await lint(['menus', ...rest, '--prune-baseline'])).code).toBe(1);
    expect((await entriesIn()).length).toBe(2);
    await rm(join(folder, 'menus/old'), { recursive: true });
    expect((await lint(['menus', ...rest])).summary).toMatchObject({ stale: 1 });
  });

  test('can’t hide that a file can’t be read', async () => {
    await put('menus/shop.ivr.yaml', 'ivr: 1\nnodes: ]\n');
    expect(await lint([...args, '--write-baseline'])).toMatchObject({
      code: 1,
      found: ['menus/shop.ivr.yaml:2 error syntax'],
    });
  });

  test('that is broken stops the run at its place', async () => {
    await put('ci/baseline.json', '<<<<<<< HEAD\n');
    const { code, stderr } = await lint(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: ci\/baseline\.json:1:1: /);
  });
});

describe('a path under which there is no menu', () => {
  test('is wrong usage, and not a clean run', async () => {
    await put('menus/shop.ivr.yaml', menu());
    await put('menu/readme.txt', 'Not here.');
    expect(await lint(['menus'])).toMatchObject({ code: 1 });
    for (const paths of [['menu'], ['menus', 'menu'], ['menu/']]) {
      const { code, stderr } = await lint(paths);
      expect({ paths, code, stderr }).toMatchObject({ code: 2 });
      expect(stderr).toContain('No menu files were found in menu');
    }
  });
});
