import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runIvr } from '../support/run-ivr.ts';

const samples = ['northwind-bank', 'clearwater-utility', 'harbour-clinic', 'meridian-air'] as const;
const menu = (name: string) => `menus/${name}.ivr.yaml`;
const log = (name: string) => `sample-logs/${name}.csv`;

interface ReplayDocument {
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  readonly calls: number;
  readonly variants: number;
  readonly fitness: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly nodes: readonly {
    readonly id: string;
    readonly entered: number;
    readonly dropOuts: {
      readonly count: number;
      readonly low: number;
      readonly rate: number;
      readonly high: number;
    };
  }[];
  readonly deviations: readonly unknown[];
}
interface SuggestDocument {
  readonly current: { readonly secondsPerCall: number };
  readonly suggestions: readonly {
    readonly kind: string;
    readonly node: string;
    readonly saving: { readonly seconds: number };
    readonly calls: number;
  }[];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ivrkit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const replay = async (script: string, name: string): Promise<ReplayDocument> =>
  JSON.parse(
    (await runIvr(['replay', script, '--log', log(name), '--format', 'json'])).stdout,
  ) as ReplayDocument;
const suggest = async (script: string, name: string): Promise<SuggestDocument> =>
  JSON.parse(
    (await runIvr(['suggest', script, '--log', log(name), '--format', 'json'])).stdout,
  ) as SuggestDocument;

describe('ivr replay on the samples', () => {
  test.each(samples)(
    '%s: rows and outcomes add up, drop-outs lie in their intervals',
    async (name) => {
      const { rows, calls, outcomes, nodes, fitness, deviations } = await replay(menu(name), name);
      expect(rows.used + rows.rejected).toBe(rows.read);
      expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(calls);
      expect(nodes.reduce((sum, { dropOuts }) => sum + dropOuts.count, 0)).toBe(
        (outcomes['hung-up'] ?? 0) + (outcomes['timed-out'] ?? 0),
      );
      for (const { entered, dropOuts } of nodes.filter((node) => node.entered > 0)) {
        expect(dropOuts.rate).toBeCloseTo(dropOuts.count / entered, 5);
        expect(dropOuts.low).toBeLessThanOrEqual(dropOuts.rate);
        expect(dropOuts.high).toBeGreaterThanOrEqual(dropOuts.rate);
      }
      expect(fitness).toBe(1);
      expect(deviations).toEqual([]);
    },
  );

  test('a log of another menu is told by its fitness and its deviations', async () => {
    const { fitness, deviations, calls, outcomes } = await replay(
      menu('harbour-clinic'),
      'meridian-air',
    );
    expect(fitness).toBeLessThan(0.8);
    expect(deviations.length).toBeGreaterThan(0);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(calls);
  });
});

describe('ivr suggest on the samples', () => {
  test.each(samples)(
    '%s: what is applied keeps comments, has no finding, and saves what was said',
    async (name) => {
      const before = await suggest(menu(name), name);
      expect(before.suggestions.length).toBeGreaterThan(0);
      const changed = join(folder, `${name}.ivr.yaml`);
      const { code } = await runIvr([
        'suggest',
        menu(name),
        '--log',
        log(name),
        '--apply',
        '-o',
        changed,
      ]);
      expect(code).toBe(0);
      const text = await readFile(changed, 'utf8');
      const comments =
        (await readFile(join(process.cwd(), menu(name)), 'utf8')).match(/(^|\s)#.*$/gm) ?? [];
      for (const comment of comments) expect(text).toContain(comment.trim());
      const linted = await runIvr([
        'lint',
        changed,
        '--directory',
        `menus/${name}.directory.yaml`,
        '--fail-on',
        'info',
      ]);
      expect({ name, ...linted }).toMatchObject({ code: 0 });
      const saved = before.suggestions.reduce((sum, { saving }) => sum + saving.seconds, 0);
      expect(saved).toBeGreaterThan(0);
    },
  );

  test('what is applied is shown on stderr, and stdout stays as it is', async () => {
    const args = ['suggest', menu('northwind-bank'), '--log', log('northwind-bank')];
    const { stdout, stderr } = await runIvr([
      ...args,
      '--apply',
      '1',
      '-o',
      join(folder, 'shown.yaml'),
    ]);
    expect(stderr).toContain('@@ line ');
    expect(stderr).toContain('\n-          en: For your account balance, press 3.\n');
    expect(stderr).toContain('\n+          en: For your account balance, press 1.\n');
    expect(stdout).toBe((await runIvr(args)).stdout);
  });

  test('one suggestion can be chosen, and a number that is not there is refused', async () => {
    const args = [
      'suggest',
      menu('northwind-bank'),
      '--log',
      log('northwind-bank'),
      '-o',
      join(folder, 'one.yaml'),
      '--apply',
    ];
    expect((await runIvr([...args, '1'])).code).toBe(0);
    const { code, stderr } = await runIvr([...args, '99']);
    expect(code).toBe(2);
    expect(stderr).toContain('99');
  });
});

describe('ivr analyze', () => {
  test('a folder gives a picture, numbers and a shorter menu for each of its menus', async () => {
    const out = join(folder, 'out');
    const { code, stdout } = await runIvr(['analyze', 'menus', '--logs', 'sample-logs', '-o', out]);
    expect(code).toBe(1);
    expect(stdout).toContain('Northwind Bank');
    const files = await readdir(out);
    for (const name of samples) {
      expect(files).toEqual(
        expect.arrayContaining(
          ['.svg', '.replay.json', '.suggest.json', '.shorter.ivr.yaml'].map(
            (ending) => `${name}${ending}`,
          ),
        ),
      );
    }
    expect(files).toContain('broken-line.svg');
  });
});
